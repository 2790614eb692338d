import { useRef, useState } from 'react'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'

/** The signature pad of the device program, where there is one; the glass on the screen stays open beside it. */
export function PadButton(props: {
  prompt: string
  /** A PNG as a data URL. */
  onSigned: (image: string) => void
}) {
  const { bridge, view } = useDeviceBridge()
  const asked = useRef<AbortController | null>(null)
  const [waiting, setWaiting] = useState(false)
  const [trouble, setTrouble] = useState('')
  if (!view.devices.some(({ device }) => device === 'signature-pad')) return null
  const ask = async () => {
    if (waiting) return asked.current?.abort()
    const given = new AbortController()
    asked.current = given
    setWaiting(true)
    setTrouble('')
    const { prompt } = props
    const order = { prompt, documentHash: null }
    const answer = await bridge.request('signature-pad', 'sign', order, given.signal)
    setWaiting(false)
    if (answer.ok) return props.onSigned(`data:image/png;base64,${answer.value.image}`)
    if (answer.code !== 'was-cancelled') setTrouble(`${answer.sentence}也可以在屏幕上签。`)
    return undefined
  }
  return (
    <>
      <span className="sec small" role="status">
        {trouble}
      </span>
      <button type="button" className="btn" onClick={() => void ask()}>
        {waiting ? '请在签字屏上签名…（取消）' : '在签字屏上签'}
      </button>
    </>
  )
}

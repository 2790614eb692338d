import { useEffect, useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import { useDeviceBridge } from '../../../api/devices/use-device-bridge.ts'
import { ledTextOf } from './led-text.ts'

/** Keeps the bar over the window in step with the desk. A bar that does not answer is one line of words: calling goes on. */
export function LedBar({ desk }: { desk: HallDesk }) {
  const { bridge, view } = useDeviceBridge()
  const [trouble, setTrouble] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isThere = view.devices.some(({ device }) => device === 'led-bar')
  const text = ledTextOf(desk)
  useEffect(() => {
    if (!isThere) return undefined
    const given = new AbortController()
    void bridge.request('led-bar', 'show', { text }, given.signal).then((answer) => {
      if (!given.signal.aborted) setTrouble(answer.ok ? '' : answer.sentence)
    })
    return () => given.abort()
  }, [bridge, isThere, text, attempt])
  if (!isThere || trouble === '') return null
  return (
    <p className="hint small" role="status">
      窗口条屏没有显示“{text}”：{trouble}叫号不受影响。
      <button type="button" className="link" onClick={() => setAttempt((before) => before + 1)}>
        重新显示
      </button>
    </p>
  )
}

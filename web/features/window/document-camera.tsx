import { useState } from 'react'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'
import type { CapturedPage } from '../../../contract/device-kinds.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

/** The document camera (高拍仪) of the device program: a picture becomes a file of the current material. */
export function DocumentCamera(props: {
  current: number | undefined
  onFile: (file: File) => void
}) {
  const { current, onFile } = props
  const { bridge } = useDeviceBridge()
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState<CapturedPage | null>(null)
  const [trouble, setTrouble] = useState('')
  const shoot = async () => {
    if (busy || current === undefined) return
    setBusy(true)
    setTrouble('')
    const answer = await bridge.request('document-camera', 'capture', {})
    setBusy(false)
    if (!answer.ok) return setTrouble(`${answer.sentence}也可以在材料行用“上传”选择文件。`)
    setTaken(answer.value)
    return onFile(fileOf(answer.value, current))
  }
  useHotkeys({ F6: () => void shoot() })
  return (
    <section className="camera" aria-label="高拍仪">
      {taken ? (
        <img src={`data:${taken.mediaType};base64,${taken.data}`} alt="刚才拍摄的一页" />
      ) : (
        <span className="lens" />
      )}
      <div>
        <b>高拍仪</b>
        <p className="sec small" role="status">
          {trouble || (current === undefined ? '先移到一项材料' : `拍入第 ${current} 项`)}
        </p>
      </div>
      <button
        type="button"
        className="btn"
        onClick={() => void shoot()}
        disabled={busy || current === undefined}
      >
        {busy ? '正在拍摄…' : '拍摄'} <Kbd>F6</Kbd>
      </button>
    </section>
  )
}

function fileOf({ mediaType, data }: CapturedPage, material: number): File {
  const bytes = Uint8Array.from(atob(data), (character) => character.codePointAt(0) ?? 0)
  const ending = mediaType === 'image/png' ? 'png' : 'jpg'
  return new File([bytes], `第${material}项.${ending}`, { type: mediaType })
}

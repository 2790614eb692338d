import { useEffect, useRef, useState } from 'react'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'
import { DocumentCamera } from './document-camera.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

const QUALITY = 0.9

/** The counter's camera, where it has one: the device program's document camera, else the browser's own. */
export function CameraCapture(props: {
  current: number | undefined
  onFile: (file: File) => void
}) {
  const { devices } = useDeviceBridge().view
  const hasDocumentCamera = devices.some(({ device }) => device === 'document-camera')
  return hasDocumentCamera ? <DocumentCamera {...props} /> : <BrowserCamera {...props} />
}

/** A camera that the browser sees: a picture becomes a file of the current material. */
function BrowserCamera(props: { current: number | undefined; onFile: (file: File) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const present = useHasCamera()
  const [open, setOpen] = useState(false)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    if (!open) return
    let stream: MediaStream | undefined
    let closed = false
    navigator.mediaDevices
      .getUserMedia({ video: { width: { ideal: 2592 }, height: { ideal: 1944 } } })
      .then((opened) => {
        stream = opened
        if (closed) for (const track of opened.getTracks()) track.stop()
        else if (video.current) video.current.srcObject = opened
      })
      .catch(() => {
        setTrouble('打不开摄像头：请检查连线，并在浏览器地址栏允许本页使用摄像头。')
        setOpen(false)
      })
    return () => {
      closed = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [open])

  const shoot = () => {
    const frame = video.current
    if (!open) {
      setTrouble('')
      setOpen(true)
    } else if (frame && frame.videoWidth > 0 && props.current !== undefined)
      pictureOf(frame, `第${props.current}项.jpg`, props.onFile)
  }
  useHotkeys({ F6: present ? shoot : undefined })
  if (!present) return null
  return (
    <section className="camera" aria-label="高拍仪">
      {open ? <video ref={video} autoPlay muted playsInline /> : <span className="lens" />}
      <div>
        <b>高拍仪</b>
        <p className="sec small">
          {trouble ||
            (props.current === undefined ? '先移到一项材料' : `拍入第 ${props.current} 项`)}
        </p>
        {open && (
          <button type="button" className="link" onClick={() => setOpen(false)}>
            关闭
          </button>
        )}
      </div>
      <button
        type="button"
        className="btn"
        onClick={shoot}
        disabled={open && props.current === undefined}
      >
        {open ? '拍摄' : '打开'} <Kbd>F6</Kbd>
      </button>
    </section>
  )
}

function pictureOf(frame: HTMLVideoElement, name: string, onFile: (file: File) => void): void {
  const canvas = document.createElement('canvas')
  canvas.width = frame.videoWidth
  canvas.height = frame.videoHeight
  canvas.getContext('2d')?.drawImage(frame, 0, 0)
  canvas.toBlob(
    (blob) => {
      if (blob) onFile(new File([blob], name, { type: 'image/jpeg' }))
    },
    'image/jpeg',
    QUALITY,
  )
}

function useHasCamera(): boolean {
  const [present, setPresent] = useState(false)
  useEffect(() => {
    // Absent on a page without TLS: browsers give cameras to secure pages only.
    const devices = navigator.mediaDevices as MediaDevices | undefined
    const look = async () => {
      const found = (await devices?.enumerateDevices().catch(() => [])) ?? []
      setPresent(found.some(({ kind }) => kind === 'videoinput'))
    }
    const lookAgain = () => void look()
    lookAgain()
    devices?.addEventListener('devicechange', lookAgain)
    return () => devices?.removeEventListener('devicechange', lookAgain)
  }, [])
  return present
}

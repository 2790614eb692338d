import { useEffect, useRef, useState } from 'react'
import { codeInFrame } from './qr-code.ts'
import { useVerifyWords } from './words.ts'

const PAUSE_BETWEEN_FRAMES = 200
const FRAME_WIDTH = 640

/** Looks through the camera until a verification code is seen. */
export function CameraReader(props: { onCode: (code: string) => void; onClose: () => void }) {
  const words = useVerifyWords()
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const { onCode } = props
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const element = video.current
      if (stopped || !element) return
      const ratio = element.videoWidth === 0 ? 0 : element.videoHeight / element.videoWidth
      const code = await codeInFrame(element, ratio === 0 ? 0 : FRAME_WIDTH, FRAME_WIDTH * ratio)
      if (stopped) return
      if (code !== undefined) onCode(code)
      else timer = setTimeout(() => void look(), PAUSE_BETWEEN_FRAMES)
    }
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (stopped) return stopTracks(stream)
        if (video.current) video.current.srcObject = stream
        await look()
      } catch {
        if (!stopped) setRefused(true)
      }
    }
    void start()
    return () => {
      stopped = true
      clearTimeout(timer)
      if (stream) stopTracks(stream)
    }
  }, [onCode])
  return (
    <section className="card camera">
      {refused ? (
        <p>{words.cameraRefused}</p>
      ) : (
        <>
          <video ref={video} autoPlay muted playsInline aria-label={words.cameraPicture} />
          <p className="soft">{words.cameraAdvice}</p>
        </>
      )}
      <button type="button" className="btn quiet" onClick={props.onClose}>
        {words.back}
      </button>
    </section>
  )
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

import { useEffect, useRef } from 'react'
import SignaturePad from 'signature_pad'
import { useCollectWords } from './words.ts'

/** Fewer points are a slip of the finger, not a name. */
const LEAST_POINTS = 12

/** Strokes on the kiosk's own glass; null: nothing that is a signature. A PNG as a data URL. */
export function SignField({ onSigned }: { onSigned: (image: string | null) => void }) {
  const words = useCollectWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const latest = useRef(onSigned)
  useEffect(() => {
    latest.current = onSigned
  })
  useEffect(() => {
    const glass = canvas.current
    if (glass === null) return undefined
    // As it stands on the screen: larger type zooms the page.
    const { width, height } = glass.getBoundingClientRect()
    glass.width = width
    glass.height = height
    const made = new SignaturePad(glass, { penColor: '#1F2329', minWidth: 2, maxWidth: 5 })
    pad.current = made
    made.addEventListener('endStroke', () => {
      const points = made.toData().reduce((sum, stroke) => sum + stroke.points.length, 0)
      latest.current(points >= LEAST_POINTS ? made.toDataURL('image/png') : null)
    })
    return () => made.off()
  }, [])
  return (
    <div className="kiosk-sign">
      <p id="sign-here">{words.signHere}</p>
      <canvas ref={canvas} role="img" aria-labelledby="sign-here" />
      <button
        type="button"
        className="btn"
        onClick={() => {
          pad.current?.clear()
          onSigned(null)
        }}
      >
        {words.signAgain}
      </button>
    </div>
  )
}

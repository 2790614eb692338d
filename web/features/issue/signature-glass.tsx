import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { PadButton } from './pad-button.tsx'

const HEIGHT = 220
/** Fewer points are a slip of the pen, not a name. */
const LEAST_POINTS = 12

export type Signature = { readonly image: string } | null

/** The applicant signs with finger, pen or mouse: only strokes make a signature, nothing typed stands for one. */
export function SignatureGlass(props: {
  /** Shown on the pad: what is signed for. */
  prompt: string
  onSigned: (signature: Signature) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const { onSigned } = props
  const latest = useRef(onSigned)
  const [signed, setSigned] = useState(false)
  useEffect(() => {
    latest.current = onSigned
  })
  useEffect(() => {
    const glass = canvas.current
    if (glass === null) return
    const made = new SignaturePad(glass, { penColor: '#1F2329', minWidth: 1.2, maxWidth: 3.4 })
    pad.current = made
    const fit = () => {
      // A resized canvas is empty: strokes are kept as points and drawn again.
      const strokes = made.toData()
      glass.width = glass.clientWidth
      glass.height = HEIGHT
      made.fromData(strokes)
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(glass)
    const onEnd = () => {
      const enough = pointsOf(made) >= LEAST_POINTS
      setSigned(enough)
      latest.current(enough ? { image: made.toDataURL('image/png') } : null)
    }
    made.addEventListener('endStroke', onEnd)
    return () => {
      observer.disconnect()
      made.off()
    }
  }, [])
  const clear = () => {
    pad.current?.clear()
    setSigned(false)
    latest.current(null)
  }
  return (
    <div className="glass">
      <canvas
        ref={canvas}
        role="img"
        aria-label="签名区：请领取人在此签名"
        style={{ height: HEIGHT }}
      />
      <div className="bar">
        <span className="sec small">
          {signed ? '已签名' : '请领取人用手写笔、手指或者鼠标签名'}
        </span>
        <PadButton
          prompt={props.prompt}
          onSigned={(image) => {
            pad.current?.clear()
            void pad.current?.fromDataURL(image, { ratio: 1 })
            setSigned(true)
            latest.current({ image })
          }}
        />
        <button type="button" className="btn" onClick={clear}>
          重签
        </button>
      </div>
    </div>
  )
}

function pointsOf(pad: SignaturePad): number {
  return pad.toData().reduce((sum, stroke) => sum + stroke.points.length, 0)
}

import { useUiWords } from './ui-words.ts'
import './small-parts.css'

const WIDTHS = [92, 78, 85, 64, 88, 72]

export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={useUiWords().loading}>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} style={{ width: `${WIDTHS[line % WIDTHS.length]}%` }} />
      ))}
    </div>
  )
}

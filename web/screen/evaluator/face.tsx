import type { Grade } from './use-evaluation.ts'

/** From a broad smile to a deep frown; the word stands under it. */
const MOUTH: Readonly<Record<Grade, string>> = {
  5: 'M30 58 Q50 88 70 58 Z',
  4: 'M32 60 Q50 76 68 60',
  3: 'M34 65 L66 65',
  2: 'M32 70 Q50 56 68 70',
  1: 'M30 74 Q50 50 70 74',
}

export function Face({ grade }: { grade: Grade }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" />
      <circle className="eye" cx="35" cy="40" r="5" />
      <circle className="eye" cx="65" cy="40" r="5" />
      <path d={MOUTH[grade]} className={grade === 5 ? 'open' : ''} />
    </svg>
  )
}

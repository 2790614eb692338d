import type { Span } from '../../../api/hall-queries.ts'

/** From one day to another, both counted. */
export function SpanChoice({ span, onSpan }: { span: Span; onSpan: (span: Span) => void }) {
  const { from, to } = span
  return (
    <>
      <label>
        收件日期{' '}
        <input
          type="date"
          value={from}
          max={to}
          onChange={(event) =>
            event.target.value !== '' && onSpan({ from: event.target.value, to })
          }
        />
      </label>
      <label>
        至{' '}
        <input
          type="date"
          value={to}
          min={from}
          onChange={(event) =>
            event.target.value !== '' && onSpan({ from, to: event.target.value })
          }
        />
      </label>
    </>
  )
}

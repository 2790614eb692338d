import type { HallCall } from '../api/hall-feed.ts'
import { useScreenWords } from './words.ts'

const SHOWN = 5

/** Whoever was on the telephone still finds the window: each number once, with the window that called it last. */
export function LastCalls({ calls }: { calls: readonly HallCall[] }) {
  const words = useScreenWords()
  const numbers = new Set<string>()
  const last = calls.filter(({ number }) => !numbers.has(number) && numbers.add(number))
  return (
    <section className="last-calls" aria-labelledby="last-calls">
      <h2 id="last-calls">{words.last}</h2>
      <ul>
        {last.slice(0, SHOWN).map(({ number, windowId }) => (
          <li key={number}>
            <b>{number}</b>
            <svg width="60" height="28" viewBox="0 0 60 28" aria-hidden="true">
              <path d="M2 14h52M42 3l12 11-12 11" fill="none" stroke="#5C6470" strokeWidth="4" />
            </svg>
            <span>
              <strong>{windowId}</strong> {words.window}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

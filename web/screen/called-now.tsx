import type { HallBoard } from '../../contract/hall.ts'
import { useChinese } from '../portal/words/chinese.ts'
import { isCalling } from './use-announcements.ts'
import { useScreenWords } from './words.ts'

/** The number called last, as large as the screen allows, and beside it whoever else is called and has not come. */
export function CalledNow({ board }: { board: HallBoard | null }) {
  const words = useScreenWords()
  if (board === null) return <section className="called-now" aria-label={words.now} />
  const calling = board.calls.filter((call) => isCalling(board, call))
  const numbers = new Set<string>()
  const current = calling.filter(({ number }) => !numbers.has(number) && numbers.add(number))
  const [first, ...others] = current
  if (first === undefined) return <Quiet board={board} />
  return (
    <section
      className={`called-now ${others.length > 0 ? 'several' : ''}`}
      aria-label={words.now}
      aria-live="polite"
    >
      <p className="label">{words.now}</p>
      <p className="number" key={first.callId}>
        {first.number}
      </p>
      <p className="to">
        {words.to} <strong>{first.windowId}</strong> {words.window}
      </p>
      {others.length > 0 && (
        <p className="also">
          {others.slice(0, 3).map(({ callId, number, windowId }) => (
            <span key={callId}>
              {number} → <b>{windowId}</b>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

function Quiet({ board }: { board: HallBoard }) {
  const words = useScreenWords()
  const chinese = useChinese()
  return (
    <section className="called-now quiet" aria-label={words.now} aria-live="polite">
      <p className="state">{board.open ? words.wait : words.closed}</p>
      {!board.open && <p {...chinese}>{board.closedBecause}</p>}
      <p>
        {words.hours} {board.hours}
      </p>
      {!board.hoursConfirmed && <p lang="zh-CN">{words.unconfirmed}</p>}
    </section>
  )
}

import { useEffect, useRef, useState } from 'react'
import type { BookingView } from '../../../contract/bookings.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { knownVisitor } from '../known-visitor.ts'
import { useLanguage } from '../words/language.ts'
import { addressOfChoice, type BookingChoice } from './booking-choice.ts'
import { MAKE_BOOKING } from './booking-operations.ts'
import { QueueName } from './queue-name.tsx'
import { useBookingWords } from './words.ts'

type Slot = { readonly from: string; readonly to: string }

/** What is about to be booked, and for whom: signing in first brings back here. */
export function ConfirmBooking(props: {
  choice: BookingChoice
  queueName: string
  slot: Slot
  onMade: (booking: BookingView) => void
  onFull: () => void
}) {
  const words = useBookingWords()
  const language = useLanguage()
  const { choice, queueName, slot } = props
  const part = useRef<HTMLElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to clean up.
    part.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [slot])
  return (
    <section className="card part book-confirm" aria-labelledby="book-confirm" ref={part}>
      <h2 id="book-confirm">{words.confirmTitle}</h2>
      <dl>
        <dt>{words.what}</dt>
        <dd>
          <QueueName queue={choice.queue} name={queueName} />
        </dd>
        <dt>{words.when}</dt>
        <dd>
          <b>
            {longDate(choice.day, language)} {weekdayName(choice.day, language)} {slot.from}–
            {slot.to}
          </b>
        </dd>
      </dl>
      {knownVisitor()?.home === '/my' ? (
        <Confirm {...props} />
      ) : (
        <>
          <p>{words.realName}</p>
          <a
            className="btn main"
            href={`/sign-in?next=${encodeURIComponent(addressOfChoice(choice))}`}
          >
            {words.signIn}
          </a>
        </>
      )}
    </section>
  )
}

function Confirm({
  choice,
  onMade,
  onFull,
}: {
  choice: BookingChoice
  onMade: (booking: BookingView) => void
  onFull: () => void
}) {
  const words = useBookingWords()
  const command = useCommandId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const book = async () => {
    setBusy(true)
    setProblem(null)
    const { queue, item, day, from } = choice
    try {
      const body = { bookingId: command.current(), queue, itemId: item || null, day, from }
      const made = await call(MAKE_BOOKING, { body })
      command.settle()
      onMade(made)
    } catch (error) {
      const told = asApiProblem(error)
      command.settle(told)
      setProblem(told)
      setBusy(false)
      if (told.code === 'booking-slot-full') onFull()
      if (told.status === 401)
        window.location.assign(`/sign-in?next=${encodeURIComponent(addressOfChoice(choice))}`)
    }
  }
  return (
    <>
      <div aria-live="assertive">{problem && <ProblemNote problem={problem} />}</div>
      <button type="button" className="btn main" disabled={busy} onClick={() => void book()}>
        {busy ? words.booking : words.book}
      </button>
    </>
  )
}

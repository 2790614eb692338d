import { useCallback, useEffect, useState } from 'react'
import type { BookingView } from '../../../contract/bookings.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { knownVisitor } from '../known-visitor.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { addressOfChoice, choiceOf } from './booking-choice.ts'
import { BookingCard } from './booking-card.tsx'
import { BOOKING_DAYS } from './booking-operations.ts'
import { BookingRules } from './booking-rules.tsx'
import { ChooseDay } from './choose-day.tsx'
import { ChooseQueue } from './choose-queue.tsx'
import { ChooseSlot } from './choose-slot.tsx'
import { ConfirmBooking } from './confirm-booking.tsx'
import { MyBookings } from './my-bookings.tsx'
import { useBookingWords } from './words.ts'
import './book.css'

/** Queue, day, half-hour, confirm: one page, `/book?queue=A&item=aba-36` comes with both chosen. */
export function BookPage() {
  const words = useBookingWords()
  const [made, setMade] = useState<BookingView | null>(null)
  const isCitizen = knownVisitor()?.home === '/my'
  return (
    <PublicShell title={words.title}>
      <div className="wrap booking">
        <h1>{words.title}</h1>
        {made ? (
          <section className="card part">
            <h2>{words.done}</h2>
            <BookingCard booking={made} onChange={setMade} />
            <button type="button" className="btn" onClick={() => setMade(null)}>
              {words.another}
            </button>
          </section>
        ) : (
          <Choosing onMade={setMade} />
        )}
        {isCitizen && <MyBookings key={made?.bookingId ?? ''} />}
      </div>
    </PublicShell>
  )
}

function Choosing({ onMade }: { onMade: (booking: BookingView) => void }) {
  const [choice, setChoice] = useState(() => choiceOf(window.location.search))
  const { queue } = choice
  const load = useCallback(
    (signal: AbortSignal) => call(BOOKING_DAYS, { query: { queue }, signal }),
    [queue],
  )
  const { reply, problem, retry } = useAnswer(load)
  useEffect(() => window.history.replaceState(null, '', addressOfChoice(choice)), [choice])
  if (problem) return <ProblemNote problem={problem} onRetry={retry} />
  if (!reply) return <Skeleton lines={10} />
  const day = reply.days.find((one) => one.day === choice.day)
  const slot = day?.slots.find((one) => one.from === choice.from && one.free > 0)
  return (
    <>
      <ChooseQueue
        queues={reply.queues}
        choice={choice}
        onChoose={(part) => setChoice({ ...choice, ...part })}
      />
      <ChooseDay
        days={reply.days}
        chosen={choice.day}
        onChoose={(chosen) => setChoice({ ...choice, day: chosen, from: '' })}
      />
      {day && day.closedBecause === null && (
        <ChooseSlot
          day={day}
          chosen={choice.from}
          onChoose={(from) => setChoice({ ...choice, from })}
        />
      )}
      {day && slot && (
        <ConfirmBooking
          choice={choice}
          queueName={reply.queues.find((one) => one.queue === queue)?.name ?? queue}
          slot={slot}
          onMade={onMade}
          onFull={retry}
        />
      )}
      <BookingRules rules={reply.rules} />
    </>
  )
}

import { useState } from 'react'
import type { BookingView } from '../../../contract/bookings.ts'
import { call } from '../../api/call.ts'
import { longDate } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnswer } from '../use-answer.ts'
import { useLanguage } from '../words/language.ts'
import { BookingCard } from './booking-card.tsx'
import { MY_BOOKINGS } from './booking-operations.ts'
import { useBookingWords } from './words.ts'
import './book.css'

const load = (signal: AbortSignal) => call(MY_BOOKINGS, { signal })
const isComing = ({ standing }: BookingView) => standing === 'booked' || standing === 'overdue'

/** What one has booked, those to come whole, the past folded away. `brief`: on my place, nothing where there is none. */
export function MyBookings({ brief = false }: { brief?: boolean }) {
  const words = useBookingWords()
  const language = useLanguage()
  const { reply, problem, retry } = useAnswer(load)
  const [changed, setChanged] = useState<ReadonlyMap<string, BookingView>>(new Map())
  if (problem) return brief ? null : <ProblemNote problem={problem} onRetry={retry} />
  if (!reply) return null
  const bookings = reply.bookings.map((one) => changed.get(one.bookingId) ?? one)
  const coming = bookings.filter(isComing)
  const past = bookings.filter((one) => !isComing(one))
  if (brief && coming.length === 0) return null
  const onChange = (booking: BookingView) =>
    setChanged((before) => new Map(before).set(booking.bookingId, booking))
  return (
    <section className="card part booking-list" aria-labelledby="my-bookings">
      <h2 id="my-bookings">{words.mine}</h2>
      {reply.suspendedUntil !== null && (
        <p className="banner">{words.suspended(longDate(reply.suspendedUntil, language))}</p>
      )}
      {reply.suspendedUntil === null && reply.noShows > 0 && (
        <p className="soft">{words.noShows(reply.noShows)}</p>
      )}
      {coming.length === 0 && <p className="soft">{words.noneComing}</p>}
      {coming.map((booking) => (
        <BookingCard key={booking.bookingId} booking={booking} onChange={onChange} />
      ))}
      {brief && (
        <p>
          <a href="/book">{words.all}</a>
        </p>
      )}
      {!brief && past.length > 0 && (
        <details>
          <summary>{words.past(past.length)}</summary>
          {past.map((booking) => (
            <BookingCard key={booking.bookingId} booking={booking} onChange={onChange} />
          ))}
        </details>
      )}
    </section>
  )
}

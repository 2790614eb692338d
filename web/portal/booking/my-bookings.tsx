import { useState } from 'react'
import type { z } from 'zod'
import type { BookingView, listMyBookings } from '../../../contract/bookings.ts'
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
  const { reply, problem, retry } = useAnswer(load)
  const [changed, setChanged] = useState<ReadonlyMap<string, BookingView>>(new Map())
  if (problem) return brief ? null : <ProblemNote problem={problem} onRetry={retry} />
  if (!reply) return null
  const bookings = reply.bookings.map((one) => changed.get(one.bookingId) ?? one)
  if (brief && !bookings.some(isComing)) return null
  const onChange = (booking: BookingView) =>
    setChanged((before) => new Map(before).set(booking.bookingId, booking))
  return <Listed mine={{ ...reply, bookings }} brief={brief} onChange={onChange} />
}

type Mine = z.output<typeof listMyBookings.reply>

function Listed(props: { mine: Mine; brief: boolean; onChange: (booking: BookingView) => void }) {
  const words = useBookingWords()
  const { mine, brief, onChange } = props
  const coming = mine.bookings.filter(isComing)
  const past = mine.bookings.filter((one) => !isComing(one))
  const card = (booking: BookingView) => (
    <BookingCard key={booking.bookingId} booking={booking} onChange={onChange} />
  )
  return (
    <section className="card part booking-list" aria-labelledby="my-bookings">
      <h2 id="my-bookings">{words.mine}</h2>
      <Missed mine={mine} />
      {coming.length === 0 && <p className="soft">{words.noneComing}</p>}
      {coming.map(card)}
      {brief && (
        <p>
          <a href="/book">{words.all}</a>
        </p>
      )}
      {!brief && past.length > 0 && (
        <details>
          <summary>{words.past(past.length)}</summary>
          {past.map(card)}
        </details>
      )}
    </section>
  )
}

/** What missed visits led to, or may lead to. */
function Missed({ mine }: { mine: Mine }) {
  const words = useBookingWords()
  const language = useLanguage()
  const { suspendedUntil, noShows } = mine
  if (suspendedUntil !== null)
    return <p className="banner">{words.suspended(longDate(suspendedUntil, language))}</p>
  return noShows === 0 ? null : <p className="soft">{words.noShows(noShows)}</p>
}

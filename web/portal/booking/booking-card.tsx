import { useState } from 'react'
import type { BookingView } from '../../../contract/bookings.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { longDate, shortMinute, weekdayName } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { QrPicture } from '../apply/qr-picture.tsx'
import { useLanguage } from '../words/language.ts'
import { CANCEL_BOOKING } from './booking-operations.ts'
import { QueueName } from './queue-name.tsx'
import { useBookingWords } from './words.ts'

/** One booking: when and what, the code to check in with, and the way to take it back. */
export function BookingCard(props: {
  booking: BookingView
  onChange: (booking: BookingView) => void
}) {
  const words = useBookingWords()
  const language = useLanguage()
  const { booking } = props
  const { queue, queueName, itemName, day, from, to, code, standing, reason } = booking
  return (
    <article className="book-card">
      <div>
        <p className={`book-standing ${standing}`}>{words[`standing-${standing}`]}</p>
        <p className="book-when">
          {longDate(day, language)} {weekdayName(day, language)} {from}–{to}
        </p>
        <p>
          <QueueName queue={queue} name={queueName} />
        </p>
        {itemName && <p lang="zh-CN">{itemName}</p>}
        {reason && (
          <p className="book-reason">
            {words.closedBecause} <b lang="zh-CN">{reason}</b> {words.closedAdvice}
          </p>
        )}
        {standing === 'booked' && (
          <p className="soft">
            {words.checkIn(
              shortMinute(booking.checkInFrom, language),
              timeOf(booking.checkInUntil),
            )}
          </p>
        )}
        {standing === 'overdue' && <p className="soft">{words.overdueAdvice}</p>}
      </div>
      {code !== null && (
        <div className="book-code">
          <span>{words.code}</span>
          <b>{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
          <QrPicture address={code} alt={words.qr} caption={words.qrSays} />
        </div>
      )}
      {booking.mayCancel && <Cancel {...props} />}
    </article>
  )
}

function Cancel({
  booking,
  onChange,
}: {
  booking: BookingView
  onChange: (booking: BookingView) => void
}) {
  const words = useBookingWords()
  const language = useLanguage()
  const command = useCommandId()
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const cancel = async () => {
    setProblem(null)
    const { bookingId } = booking
    try {
      const body = { commandId: command.current() }
      onChange(await call(CANCEL_BOOKING, { params: { bookingId }, body }))
      command.settle()
    } catch (error) {
      const told = asApiProblem(error)
      command.settle(told)
      setProblem(told)
    }
  }
  return (
    <div className="book-cancel">
      {problem && <ProblemNote problem={problem} />}
      {asked ? (
        <>
          <button type="button" className="btn quiet" onClick={() => setAsked(false)}>
            {words.keep}
          </button>
          <button type="button" className="btn" onClick={() => void cancel()}>
            {words.reallyCancel}
          </button>
        </>
      ) : (
        <button type="button" className="btn quiet" onClick={() => setAsked(true)}>
          {words.cancel}
        </button>
      )}
      <small className="soft">
        {words.cancelUntil(shortMinute(booking.cancelUntil, language))}
      </small>
    </div>
  )
}

/** 10:15, in China, of an instant. */
function timeOf(instant: string): string {
  return shortMinute(instant, 'zh').slice(-5)
}

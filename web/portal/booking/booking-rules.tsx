import type { z } from 'zod'
import type { BookingRulesView } from '../../../contract/bookings.ts'
import { useBookingWords } from './words.ts'

/** The rules in the numbers that hold, and that the owner has still to confirm them. */
export function BookingRules({ rules }: { rules: z.output<typeof BookingRulesView> }) {
  const words = useBookingWords()
  return (
    <section className="card part book-rules" aria-labelledby="book-rules">
      <h2 id="book-rules">
        {words.rules} <em className="pending">{words.unconfirmed}</em>
      </h2>
      <ul>
        <li>{words.ruleAhead(rules.daysAhead)}</li>
        <li>{words.ruleOnce}</li>
        <li>{words.ruleCancel(rules.cancelBeforeMinutes / 60)}</li>
        <li>{words.ruleCheckIn(rules.checkInBeforeMinutes, rules.checkInAfterMinutes)}</li>
        <li>{words.ruleNoShow(rules.noShowDays, rules.noShows, rules.suspendedDays)}</li>
        <li>{words.ruleHoliday}</li>
      </ul>
    </section>
  )
}

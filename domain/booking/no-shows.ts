import type { LocalDate } from '../shared/ids.ts'
import { addDays, daysBetween } from '../shared/local-date.ts'
import type { BookingRules } from './booking-rules.ts'

export type Suspension = {
  /** The last day without booking online; null: none is in force. */
  readonly until: LocalDate | null
  /** No-shows that still count towards one. */
  readonly counting: number
}

/**
 * Whether somebody who did not come so often may book online today (domain brief §8.4). What led to one suspension counts
 * for no other; walking in is always open.
 */
export function suspensionOf(
  noShowDays: readonly LocalDate[],
  today: LocalDate,
  rules: BookingRules,
): Suspension {
  let run: LocalDate[] = []
  let until: LocalDate | null = null
  for (const day of noShowDays.toSorted()) {
    run = [...run.filter((earlier) => daysBetween(earlier, day) < rules.noShowDays), day]
    if (run.length < rules.noShows) continue
    until = addDays(day, rules.suspendedDays)
    run = []
  }
  return {
    until: until !== null && today <= until ? until : null,
    counting: run.filter((day) => daysBetween(day, today) < rules.noShowDays).length,
  }
}

import { isWorkingDay } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { addDays, nextDay } from '../../shared/local-date.ts'
import type { LodgedApplication } from '../application.ts'
import type { ApplicationFacts } from '../facts.ts'
import type { Fall } from './next-fall.ts'

/**
 * A promise of 容缺 near its end, and past it: a reminder on the working day before, a note of the lapse at 00:00 of the day
 * after. No card: domain rules §6 knows none for it; the department acts as the guide says.
 */
export function toleranceFalls(
  { status, tolerance }: LodgedApplication,
  { calendar }: ApplicationFacts,
): readonly Fall[] {
  if (tolerance === undefined || tolerance.outstanding.length === 0) return []
  if (status !== 'accepted' && status !== 'in-review') return []
  const { outstanding, promisedOn, dueOn, remindedOn, lapsedOn } = tolerance
  const fact = { materials: outstanding, dueOn }
  const eve = workingDayBefore(dueOn, calendar)
  const reminder: Fall = {
    on: eve,
    events: (_, { by, at }) => [{ type: 'ToleranceReminded', by, at, ...fact }],
  }
  const lapse: Fall = {
    on: nextDay(dueOn),
    events: (_, { by, at }) => [{ type: 'ToleranceLapsed', by, at, ...fact }],
  }
  return [
    // Promised on the eve itself, the applicant holds the letter in hand.
    ...(remindedOn === undefined && lapsedOn === undefined && eve > promisedOn ? [reminder] : []),
    ...(lapsedOn === undefined ? [lapse] : []),
  ]
}

function workingDayBefore(day: LocalDate, calendar: ApplicationFacts['calendar']): LocalDate {
  let before = addDays(day, -1)
  while (!isWorkingDay(before, calendar)) before = addDays(before, -1)
  return before
}

import {
  addWorkingDays,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { ContactKind, LodgedApplication, Rating } from '../application.ts'

/** Working days, domain rules §7: first contact, simple matters, hard ones, recheck call after the fix. */
const CONTACT_DAYS = 1
const FOLLOWING_DAYS: Readonly<Record<string, number>> = { contacted: 5, hard: 15 }
const RECHECK_DAYS = 3

/** A rating (好差评): voluntary, one a service contact. */
export const rateService: Act<'RateService'> = {
  guard: (application) =>
    unratedContactOf(application) === null ? { code: 'already-rated' } : null,
  decide: ({ by, at, grade, text, contact: named }, application) => {
    const contact = named ?? unratedContactOf(application)
    if (contact === null || !unratedContactsOf(application).includes(contact))
      return forbidden({ code: 'already-rated' })
    return happened({ type: 'ServiceRated', by, at, contact, grade, text })
  },
}

/** A call about a bad rating, by the Service Centre, which handled nothing of the application. `contacted`, `hard` and `fixed` set the next limit; any other outcome settles it. */
export const followUpRating: Act<'FollowUpRating'> = {
  guard: (application) =>
    ratingToAnswer(application) === null ? { code: 'nothing-to-answer' } : null,
  decide: ({ by, at, outcome, text }) =>
    happened({ type: 'RatingFollowedUp', by, at, outcome, text }),
}

/** 1 and 2 are bad; settled once a follow-up says how it ended. */
export function openBadRatingsOf({ ratings }: LodgedApplication): readonly Rating[] {
  return ratings.filter((rating) => rating.grade <= 2 && followUpDue(rating) !== null)
}

/** The one a follow-up is about: first whoever was not called yet, then the oldest. */
export function ratingToAnswer(application: LodgedApplication): Rating | null {
  const open = openBadRatingsOf(application)
  return open.find(({ followUps }) => followUps.length === 0) ?? open[0] ?? null
}

/** What a limit hangs on: a rating of an application, or a grade of the counter alone. */
export type Followed = Pick<Rating, 'on' | 'followUps'>
type FollowUpLimit = { readonly from: LocalDate; readonly days: number }

function followUpDue(rating: Followed): FollowUpLimit | null {
  const last = rating.followUps.at(-1)
  if (last === undefined) return { from: rating.on, days: CONTACT_DAYS }
  if (last.outcome === 'fixed') return { from: last.on, days: RECHECK_DAYS }
  const days = FOLLOWING_DAYS[last.outcome]
  return days === undefined ? null : { from: rating.on, days }
}

export function followUpDueOn(rating: Followed, calendar: WorkingCalendar): LocalDate | null {
  const limit = followUpDue(rating)
  return limit === null ? null : addWorkingDays(limit.from, limit.days, calendar)
}

/** Amber from its last working day. */
export function followUpLight(
  dueOn: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
): 'green' | 'amber' | 'red' {
  if (today > dueOn) return 'red'
  return workingDaysBetween(today, dueOn, calendar) <= 1 ? 'amber' : 'green'
}

function unratedContactOf(application: LodgedApplication): ContactKind | null {
  return unratedContactsOf(application)[0] ?? null
}

function unratedContactsOf({ contacts, ratings }: LodgedApplication): readonly ContactKind[] {
  return contacts.filter((contact) => !ratings.some((rating) => rating.contact === contact))
}

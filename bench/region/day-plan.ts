import type { LocalDate } from '../../domain/shared/ids.ts'
import { daysBetween, weekdayOf } from '../../domain/shared/local-date.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { seedOf } from './seed-of.ts'

/** More on Mondays, fewer before the weekend. */
const WEEKDAY_SHARE: Readonly<Record<string, number>> = {
  monday: 1.22,
  tuesday: 1.08,
  wednesday: 1.0,
  thursday: 0.94,
  friday: 0.8,
  saturday: 0.45,
  sunday: 0.4,
}
/** January to December: little before Spring Festival, much after, a dip in summer. */
const MONTH_SHARE = [0.85, 0.6, 1.3, 1.2, 1.05, 1.1, 0.95, 0.9, 1.1, 0.95, 1.1, 0.95]
/** Grows by so much a year. */
const GROWTH = 0.12
const DAYS_A_YEAR = 365
/** A life for each so many applications, and never more of them in one day. */
const COPIES_A_LIFE = 8
const MOST_LIVES = 12
/** What is open now should not be one life many times over. */
const RECENT_DAYS = 25
const MOST_RECENT_LIVES = 60

/** How many applications come in on each working day, adding up to exactly `applications`; `least` by day. */
export function applicationsByDay(
  days: readonly LocalDate[],
  applications: number,
  seed: number,
  least: ReadonlyMap<number, number>,
): readonly number[] {
  const given = [...least.values()].reduce((sum, count) => sum + count, 0)
  const shared = sharedOut(days, Math.max(0, applications - given), seed)
  return shared.map((count, day) => count + (least.get(day) ?? 0))
}

function sharedOut(
  days: readonly LocalDate[],
  applications: number,
  seed: number,
): readonly number[] {
  const [first] = days
  if (first === undefined) return []
  const random = seededRandom(seedOf(seed, 'days'))
  const shares = days.map(
    (day) =>
      (WEEKDAY_SHARE[weekdayOf(day)] ?? 1) *
      (MONTH_SHARE[Number(day.slice(5, 7)) - 1] ?? 1) *
      (1 + (GROWTH * daysBetween(first, day)) / DAYS_A_YEAR) *
      random.between(0.85, 1.15),
  )
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let shared = 0
  let given = 0
  return shares.map((share) => {
    shared += share
    const upToHere = Math.round((applications * shared) / whole)
    const today = upToHere - given
    given = upToHere
    return today
  })
}

/** How many different lives begin that day. */
export function livesOf(applications: number, day: number, days: number): number {
  const most = day >= days - RECENT_DAYS ? MOST_RECENT_LIVES : MOST_LIVES
  const wanted = day >= days - RECENT_DAYS ? applications / 2 : applications / COPIES_A_LIFE
  return Math.min(applications, most, Math.max(1, Math.round(wanted)))
}

import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { compileLife, type CompiledLife, type MadeColumns } from './compile-life.ts'
import type { CopyWish } from './copy-life.ts'
import { livesOf } from './day-plan.ts'
import { lifeTemplate } from './life-template.ts'
import { seedOf } from './seed-of.ts'
import { SHOWN_LIVES } from './shown-lives.ts'

/** A life and its copies of that day; notice serials are given out later. */
export type DayLife = {
  readonly life: CompiledLife
  readonly copies: readonly Omit<CopyWish, 'noticeSerials'>[]
}

export type DayWish = {
  readonly seed: number
  readonly day: number
  readonly days: readonly LocalDate[]
  readonly until: Instant
  readonly applications: number
  readonly columns: MadeColumns
}

/** The lives that begin on one day, each with its copies in the order of the day's serials. */
export function dayLives({ columns, ...wish }: DayWish): readonly DayLife[] {
  const { seed, day, days, applications } = wish
  if (applications === 0) return []
  const shown = SHOWN_LIVES.filter(({ daysAgo }) => days.length - 1 - daysAgo === day)
  const count = Math.max(
    livesOf(applications, day, days.length),
    Math.min(shown.length, applications),
  )
  const lives = Array.from({ length: count }, (_, index) =>
    compileLife(lifeTemplate({ ...wish, index, ...shown[index]?.wish }), columns),
  )
  return copiesInOrder(lives, applications, seedOf(seed, 'order', day))
}

/** Each life once, then at random; whoever came at an earlier hour has the smaller serial. */
function copiesInOrder(
  lives: readonly CompiledLife[],
  applications: number,
  seed: number,
): readonly DayLife[] {
  const random = seededRandom(seed)
  const of = Array.from({ length: applications }, (_, copy) =>
    copy < lives.length ? copy : Math.floor(random.next() * lives.length),
  )
  const arrivals = of
    .map((life) => ({ life, hour: lives[life]?.template.from.hour ?? 0, into: random.next() }))
    .toSorted((a, b) => a.hour - b.hour || a.into - b.into)
  const copies = lives.map(() => [] as { serial: number; intoTheHour: number }[])
  for (const [index, { life, into }] of arrivals.entries())
    copies[life]?.push({ serial: index + 1, intoTheHour: into })
  return lives.map((life, index) => ({ life, copies: copies[index] ?? [] }))
}

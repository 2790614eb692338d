import type { BundleCaseView } from '../../../../contract/bundles.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { addDays, daysBetween } from '../../../../domain/shared/local-date.ts'

type Part = BundleCaseView['applications'][number]

/** One part on the common line; places in percent of its length. */
export type PathBar = {
  readonly part: Part
  /** Until it is or has to be decided; open: nobody knows yet. */
  readonly width: number
  readonly isOpen: boolean
  /** What it waits for, at the day on which that is due or was decided; not drawn while nobody knows it. */
  readonly waits: readonly { readonly name: string; readonly at: number }[]
}

export type PathLayout = {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly today: number
  /** No last day is known yet: the end of the line is none either. */
  readonly isOpen: boolean
  readonly bars: readonly PathBar[]
}

/** Calendar days that a line shows at least: a part decided on the spot still has a bar. */
const SHORTEST = 5
/** Percent. */
const SHORTEST_BAR = 4

/** Every part from the day of the intake to its last day, on one line of calendar days. */
export function pathLayout(
  { applications, needs }: Pick<BundleCaseView, 'applications' | 'needs'>,
  from: LocalDate,
  today: LocalDate,
): PathLayout {
  const ends = applications.flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn as LocalDate]))
  const until = [...ends, today, addDays(from, SHORTEST)].reduce((a, b) => (a > b ? a : b))
  const length = daysBetween(from, until)
  const at = (day: string | null) =>
    day === null ? 100 : (Math.max(0, daysBetween(from, day as LocalDate)) / length) * 100
  return {
    from,
    until,
    today: at(today),
    isOpen: ends.length === 0,
    bars: applications.map((part) => ({
      part,
      width: Math.max(SHORTEST_BAR, at(part.endsOn)),
      isOpen: part.endsOn === null,
      waits: needs
        .filter(({ item }) => item === part.itemId)
        .flatMap(({ of }) => applications.filter(({ itemId }) => itemId === of))
        .filter(({ endsOn }) => endsOn !== null)
        .map(({ itemName, endsOn }) => ({
          name: itemName,
          at: Math.max(SHORTEST_BAR, at(endsOn)),
        })),
    })),
  }
}

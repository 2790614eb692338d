import type { PriorityReason, QueueCode } from '../../domain/queue/ticket.ts'
import { seededRandom } from '../../domain/queue/seeded-random.ts'

/** Somebody of the demonstration day. Minutes are of the day in China, 540 = 09:00. */
export type Visitor = {
  readonly comesMinute: number
  readonly queue: QueueCode
  readonly priorityReason: PriorityReason | null
  readonly serviceMinutes: number
  /** Start of the half-hour booked the day before; null: nothing booked. */
  readonly bookedMinute: number | null
  /** `misses`: is not there when called; `returns`: neither, and comes back to the kiosk. */
  readonly stays: 'yes' | 'misses' | 'returns'
  /** What happens at the window beside the service. */
  readonly turn: 'none' | 'transfer' | 'hold'
  /** Grade at the evaluator; null: goes without. */
  readonly grade: 1 | 2 | 3 | 4 | 5 | null
}

export type DayPlanned = {
  readonly visitors: readonly Visitor[]
  /** Bookings of people who never come. */
  readonly noShows: readonly number[]
}

type Period = { readonly from: number; readonly to: number }
type Share<Value> = readonly (readonly [Value, number])[]

/** People an hour against the day's mean, by the half-hour: Chinese halls fill at half past nine and after three. */
const RUSH = [0.9, 1.5, 1.6, 1.3, 0.9, 0.5]
const LAST_BEFORE_CLOSING = 25
const MEAN_MINUTES = 6.2
const REASONS: readonly PriorityReason[] = [
  'elder',
  'elder',
  'elder',
  'infant',
  'disability',
  'military',
]
const GRADES: Share<Visitor['grade']> = [
  [5, 0.36],
  [4, 0.14],
  [3, 0.04],
  [2, 0.01],
  [null, 0.45],
]

/** A day of so many people, the same for the same seed. `shares`: how many of them each open queue gets. */
export function planDay(
  seed: number,
  people: number,
  periods: readonly Period[],
  shares: Share<QueueCode>,
): DayPlanned {
  const random = seededRandom(seed)
  const open = periods.map(({ from, to }) => ({ from, to: to - LAST_BEFORE_CLOSING }))
  const booked = Math.round(people / 10)
  const slots = periods.flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / 30) - 1 }, (_, index) => from + 30 * (index + 1)),
  )
  const slot = () => slots[Math.floor(random() * slots.length)] ?? 570
  const walkIns = Array.from({ length: people - booked }, () =>
    visitor(random, pick(random, shares, 'A'), momentIn(random, open), null),
  )
  const withBooking = Array.from({ length: booked - 2 }, (_, index) => {
    const at = slot()
    // Every sixth comes too late for what was booked.
    const comes = index % 6 === 5 ? at + 18 + random() * 10 : at - 12 + random() * 20
    return visitor(random, 'A', comes, at)
  })
  return {
    visitors: [...walkIns, ...withBooking].toSorted((a, b) => a.comesMinute - b.comesMinute),
    noShows: [slot(), slot()],
  }
}

function visitor(
  random: () => number,
  queue: QueueCode,
  comesMinute: number,
  bookedMinute: number | null,
): Visitor {
  const isPriority = bookedMinute === null && random() < 0.09
  const chance = random()
  return {
    comesMinute,
    queue,
    priorityReason: isPriority ? (REASONS[Math.floor(random() * REASONS.length)] ?? 'elder') : null,
    serviceMinutes: queue === 'D' ? 1.5 + 2 * random() : lengthOf(random),
    bookedMinute,
    stays: bookedMinute !== null || chance > 0.06 ? 'yes' : chance > 0.03 ? 'misses' : 'returns',
    turn: pick<Visitor['turn']>(
      random,
      [
        ['transfer', 0.03],
        ['hold', 0.03],
        ['none', 0.94],
      ],
      'none',
    ),
    grade: pick(random, GRADES, null),
  }
}

/** Most are short, some long: log-normal with the mean of a window. */
function lengthOf(random: () => number): number {
  const spread = 0.55
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(1.2, Math.exp(Math.log(MEAN_MINUTES) - spread ** 2 / 2 + spread * normal))
}

function momentIn(random: () => number, open: readonly Period[]): number {
  for (;;) {
    const period = open[random() < 0.48 ? 0 : open.length - 1] ?? { from: 540, to: 700 }
    const share = random()
    const rush = RUSH[Math.floor(share * RUSH.length)] ?? 1
    if (random() * 1.6 <= rush) return period.from + share * (period.to - period.from)
  }
}

function pick<Value>(random: () => number, shares: Share<Value>, otherwise: Value): Value {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [value, share] of shares) {
    left -= share
    if (left < 0) return value
  }
  return otherwise
}

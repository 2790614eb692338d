import type { LifePlan } from './life-plan.ts'

/** A life that is made whatever the seed, so that even the smallest region has every status and every list. */
export type ShownLife = {
  /** Working days before the last one. */
  readonly daysAgo: number
  readonly wish: { readonly itemId: string; readonly plan: Partial<LifePlan> }
}

const AT_ONCE = {
  intake: 0,
  correction: 1,
  review: 0,
  decision: 0,
  certificate: 0,
  letter: 0,
  seal: 0,
  issue: 0,
  delivery: 0,
  archive: 0,
}
const PLAIN: Partial<LifePlan> = {
  intake: 'accepted',
  assessed: false,
  ending: 'decided',
  pause: null,
  extended: false,
  grants: true,
  letterReturned: false,
  notifiesPickup: false,
  way: 'pickup',
  rating: null,
  explainsCards: false,
  revoked: false,
  wait: AT_ONCE,
}

/** Stands still at the named step. */
function halted(
  daysAgo: number,
  step: keyof typeof AT_ONCE,
  itemId = 'aba-36',
  more: Partial<LifePlan> = {},
): ShownLife {
  return {
    daysAgo,
    wish: { itemId, plan: { ...PLAIN, wait: { ...AT_ONCE, [step]: 200 }, ...more } },
  }
}

export const SHOWN_LIVES: readonly ShownLife[] = [
  halted(2, 'intake'),
  halted(3, 'correction', 'aba-36', { intake: 'correction', correction: 'supplied' }),
  halted(4, 'review'),
  halted(5, 'decision'),
  halted(6, 'certificate'),
  halted(6, 'letter'),
  halted(7, 'seal'),
  halted(8, 'issue'),
  halted(9, 'delivery'),
  halted(10, 'archive'),
  halted(7, 'issue', 'aba-49', { grants: false }),
  halted(5, 'certificate', 'aba-57'),
  halted(5, 'seal', 'aba-56'),
  halted(14, 'decision', 'aba-60', { intake: 'forgotten' }),
  halted(9, 'review', 'aba-24', { pause: { kind: 'expert-review', days: 60 } }),
  halted(60, 'review', 'aba-36', { intake: 'correction', correction: 'given-up', wait: AT_ONCE }),
  halted(80, 'review', 'aba-28', { intake: 'correction', correction: 'given-up', wait: AT_ONCE }),
  halted(40, 'archive', 'aba-03', { intake: 'declined', wait: AT_ONCE }),
  halted(41, 'archive', 'aba-49', { ending: 'withdrawn', wait: AT_ONCE }),
  halted(30, 'archive', 'aba-49', { wait: AT_ONCE, rating: { grade: 1, answered: false } }),
  halted(31, 'archive', 'aba-60', { wait: AT_ONCE, rating: { grade: 5, answered: false } }),
]

/** How many of them begin on each working day. */
export function shownByDay(days: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { daysAgo } of SHOWN_LIVES) {
    const day = days - 1 - daysAgo
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}

import { SPECIAL_PROCEDURES, type Channel } from '../../domain/application/application.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { Random } from '../kill/seeded-random.ts'

/** How one life goes, as far as people decide it; days are working days between one act and the next. */
export type LifePlan = {
  readonly channel: Channel
  readonly insist: boolean
  /** How the window answers. */
  readonly intake: 'accepted' | 'declined' | 'correction' | 'forgotten'
  readonly correction: 'supplied' | 'withdrawn' | 'given-up'
  readonly assessed: boolean
  readonly ending: 'decided' | 'withdrawn' | 'terminated'
  readonly pause: { readonly kind: string; readonly days: number } | null
  readonly extended: boolean
  readonly grants: boolean
  readonly letterReturned: boolean
  readonly notifiesPickup: boolean
  readonly way: 'pickup' | 'courier'
  readonly courierReturned: boolean
  readonly rating: { readonly grade: 1 | 2 | 3 | 4 | 5; readonly answered: boolean } | null
  readonly explainsCards: boolean
  readonly revoked: boolean
  readonly wait: Readonly<Record<Wait, number>>
}
export type Wait =
  | 'intake'
  | 'correction'
  | 'review'
  | 'decision'
  | 'certificate'
  | 'letter'
  | 'seal'
  | 'issue'
  | 'delivery'
  | 'archive'

/** Shares of what happens, as a busy prefecture might have them. */
export function drawPlan(
  random: Random,
  item: ServiceItem,
  guide: ServiceGuide,
  personal: boolean,
): LifePlan {
  const atOnce = guide.kind === 'on-the-spot'
  const suspended = item.status === 'suspended'
  const intake = share<LifePlan['intake']>(random, [
    ['accepted', suspended ? 0 : 860],
    ['correction', 118],
    ['declined', suspended ? 500 : 16],
    ['forgotten', 6],
  ])
  const bad = random.chance(0.012)
  return {
    channel: share(random, [
      ['window', 800],
      ['portal', personal && !suspended ? 100 : 0],
      ['agent', 60],
      ['post', 40],
    ]),
    insist: suspended,
    intake,
    correction: share(random, [
      ['supplied', 86],
      ['withdrawn', 6],
      ['given-up', 8],
    ]),
    assessed: random.chance(0.35),
    ending: share(random, [
      ['decided', 985],
      ['withdrawn', 12],
      ['terminated', 3],
    ]),
    pause: !atOnce && random.chance(0.04) ? drawPause(random) : null,
    extended: !atOnce && random.chance(0.02),
    grants: random.chance(0.955),
    letterReturned: random.chance(0.015),
    notifiesPickup: random.chance(0.6),
    way: random.chance(0.3) ? 'courier' : 'pickup',
    courierReturned: random.chance(0.04),
    rating: random.chance(0.24)
      ? {
          grade: bad
            ? random.chance(0.4)
              ? 1
              : 2
            : share(random, [
                [5, 80],
                [4, 15],
                [3, 5],
              ]),
          answered: random.chance(0.93),
        }
      : null,
    explainsCards: random.chance(0.85),
    revoked: random.chance(0.0015),
    wait: drawWaits(random, atOnce, intake === 'forgotten'),
  }
}

function drawPause(random: Random): { kind: string; days: number } {
  return { kind: random.pick(SPECIAL_PROCEDURES), days: 4 + Math.floor(random.next() * 16) }
}

function drawWaits(random: Random, atOnce: boolean, forgotten: boolean): LifePlan['wait'] {
  const quick = (mean: number) => (atOnce && random.chance(0.9) ? 0 : drawDays(random, mean))
  return {
    intake: forgotten ? 8 : Math.min(4, quick(0.4)),
    correction: 1 + drawDays(random, 5),
    review: quick(1.1),
    decision: quick(0.7),
    certificate: quick(0.6),
    letter: quick(0.3),
    seal: quick(0.3),
    issue: quick(0.6),
    delivery: drawDays(random, 0.9),
    archive: drawDays(random, 1.2),
  }
}

/** Mostly the same or the next day, now and then weeks: geometric, with a tail where something was left lying. */
function drawDays(random: Random, mean: number): number {
  if (random.chance(0.004)) return 8 + Math.floor(random.next() * 40)
  const days = Math.floor(Math.log(1 - random.next()) / Math.log(mean / (1 + mean)))
  return Math.min(days, 12)
}

export function share<Value>(
  random: Random,
  shares: readonly (readonly [value: Value, share: number])[],
): Value {
  let left = random.next() * shares.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of shares) {
    left -= weight
    if (left < 0) return value
  }
  throw new Error('Nothing to share out')
}

import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'

export type VirtualClocks = {
  /** What the server asks; a region nobody rehearses in has the real time. */
  readonly now: (regionCode: number) => Instant
  readonly set: (regionCode: number, at: Instant) => void
}

/** One clock a scenario: it stands still until a step moves it. */
export function virtualClocks(): VirtualClocks {
  const clocks = new Map<number, Instant>()
  return {
    now: (regionCode) => clocks.get(regionCode) ?? (new Date().toISOString() as Instant),
    set: (regionCode, at) => {
      clocks.set(regionCode, at)
    },
  }
}

/** A second later, so that events have an order; never across midnight, when the law would act. */
export function nextMoment(at: Instant): Instant {
  const later = new Date(Date.parse(at) + 1_000).toISOString() as Instant
  return localDateOf(later) === localDateOf(at) ? later : at
}

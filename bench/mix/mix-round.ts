import type { MixTally } from './mix-messages.ts'

/** Promised at the 95th percentile. */
export const READS_MS = 40
export const WRITES_MS = 80

/** One phase with what it cost, in seconds of processor time. */
export type MixRound = {
  readonly rate: number
  readonly tally: MixTally
  readonly serverCpu: number
  readonly postgresCpu: number
}

export function isBroken({ tally }: MixRound): boolean {
  return tally.reads.p95 > READS_MS || tally.writes.p95 > WRITES_MS
}

export function rateOf({ tally }: MixRound): number {
  return Math.round(tally.requests / tally.seconds)
}

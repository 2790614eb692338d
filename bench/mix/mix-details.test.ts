import { expect, test } from 'vitest'
import { mixDetails } from './mix-details.ts'
import type { MixTally } from './mix-messages.ts'
import { isBroken, type MixRound } from './mix-round.ts'
import { newTally } from './mix-tally.ts'

test('a phase tells reads, writes and papers apart, refusals from errors', () => {
  const tally = newTally()
  tally.answered({ kind: 'read', name: 'list' }, 10)
  tally.answered({ kind: 'read', name: 'application' }, 30)
  tally.answered({ kind: 'write', name: 'accept' }, 50)
  tally.answered({ kind: 'papers', name: 'notice pages' }, 900)
  tally.refused('changed-meanwhile')
  tally.failed('500 internal-error accept')
  const done = tally.done()
  expect(done.requests).toBe(4)
  expect(done.reads.max).toBe(30)
  expect(done.writes.max).toBe(50)
  expect(done.refusals).toEqual({ 'changed-meanwhile': 1 })
  expect(done.errors).toEqual({ '500 internal-error accept': 1 })
})

test('the report says at which rate the promised times broke', () => {
  const steps = [round(500, 30), round(750, 41)]
  expect(steps.map(isBroken)).toEqual([false, true])
  const base = round(330, 10)
  const hall = { windows: 20, visitors: 80, screens: 8 }
  const seen = {
    base,
    steps,
    people: 1_200,
    hall,
    streams: 678,
    listBeat: 10_000,
    applications: 20_000,
  }
  expect(mixDetails(seen)).toContain('The promised times broke at 750 requests/s.')
})

function round(rate: number, readsP95: number): MixRound {
  const tally: MixTally = {
    ...newTally().done(),
    seconds: 1,
    requests: rate,
    reads: { p50: 1, p95: readsP95, p99: readsP95, max: readsP95 },
    writes: { p50: 1, p95: 2, p99: 3, max: 4 },
  }
  return { rate, tally, serverCpu: 0.5, postgresCpu: 0.5 }
}

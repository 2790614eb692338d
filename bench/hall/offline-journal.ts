import { createHmac } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import {
  MOST_ENTRIES,
  type MergeResult,
  type OfflineIntake,
  type OfflineRange,
} from '../../contract/offline.ts'
import { numbersOf, type ReservedRange } from '../../domain/offline/reserved-range.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { inventedApplicant } from '../region/invented-people.ts'
import type { Caller, HallCaller } from './hall-caller.ts'

const ITEM = 'aba-36'
const SEED = 92

export type Merging = {
  readonly intakes: number
  readonly merged: number
  readonly seconds: number
}

/** A clerk comes back with a journal: every intake under the number on its paper, in as many sendings as it takes. */
export async function mergeJournal(
  caller: HallCaller,
  clerk: Caller,
  intakes: number,
): Promise<Merging> {
  const deviceId = uuidv7()
  const ranges = await reservedFor(caller, clerk, deviceId, intakes)
  const entries = journalOf(ranges, intakes, new Date().toISOString())
  const journalId = uuidv7()
  let merged = 0
  const started = performance.now()
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const answer = await caller.write<{ readonly results: readonly MergeResult[] }>(
      `merge ${MOST_ENTRIES} intakes`,
      clerk,
      '/api/offline/merge',
      {
        deviceId,
        journalId,
        deviceNow: Date.now(),
        entries: entries.slice(from, from + MOST_ENTRIES),
      },
    )
    merged += (answer?.results ?? []).filter(({ state }) => state === 'merged').length
  }
  return { intakes, merged, seconds: (performance.now() - started) / 1000 }
}

/** Ranges of today, the next one each time the last is used up. */
async function reservedFor(
  caller: HallCaller,
  clerk: Caller,
  deviceId: string,
  count: number,
): Promise<readonly OfflineRange[]> {
  for (let spent: readonly string[] = []; ;) {
    const answer = await caller.write<{ readonly ranges: readonly OfflineRange[] }>(
      'reserve receipts',
      clerk,
      '/api/offline/ranges',
      { deviceId, spent },
    )
    const [first] = answer?.ranges ?? []
    const today = (answer?.ranges ?? []).filter(({ day }) => day === first?.day)
    if (today.length === 0 || today.length <= spent.length)
      throw new Error('No receipt numbers are reserved')
    if (today.flatMap((range) => numbersOf(reserved(range))).length >= count) return today
    spent = today.map(({ rangeId }) => rangeId)
  }
}

function reserved(range: OfflineRange): ReservedRange {
  return { ...range, day: range.day as LocalDate }
}

/** What a window wrote down while the server was away: so many people, each with a number of the ranges. */
export function journalOf(
  ranges: readonly OfflineRange[],
  count: number,
  takenAt: string,
): readonly OfflineIntake[] {
  const numbers = ranges.flatMap((range) =>
    numbersOf(reserved(range)).map((number) => ({ range, number })),
  )
  return numbers.slice(0, count).map(({ range, number }, index) => {
    const entryId = uuidv7()
    const secret = Buffer.from(range.secret, 'base64url')
    const proof = createHmac('sha256', secret)
      .update(`${entryId}|${number}|${takenAt}`)
      .digest('hex')
    return {
      entryId,
      seq: index + 1,
      kind: 'intake',
      takenAt,
      deviceAt: takenAt,
      aheadMs: 0,
      steady: true,
      reserved: { rangeId: range.rangeId, number, proof },
      application: applicationOf(index),
    }
  })
}

function applicationOf(index: number): OfflineIntake['application'] {
  const { name, identityNumber, phone } = inventedApplicant(SEED, 'person', index)
  return {
    applicationId: uuidv7(),
    itemId: ITEM,
    applicant: {
      kind: 'person',
      name,
      identityType: 'id-card',
      identityNumber,
      phone,
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  }
}

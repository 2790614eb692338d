import type { OfflineIntake } from '../../contract/offline.ts'
import {
  faultOfTime,
  TIME_FAULT_TEXT,
  type TimeOnMerging,
} from '../../domain/offline/plausible-time.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Session } from '../http/session.ts'
import type { Merged } from './entry-row.ts'
import { claimNumber, numberOnPaper, type NumberOnPaper } from './number-on-paper.ts'
import { millisecondsOf, type OfflineContext, type Refused } from './offline-context.ts'

/** What the clerk stated instead of the device's time. */
export type Restated = { readonly takenAt: Instant; readonly reason: string }

export type MergingIntake = {
  readonly session: Session
  readonly origin: string
  readonly now: Instant
  /** The device's own clock as it sent, milliseconds. */
  readonly deviceMs: number
  readonly restated?: Restated | undefined
}

/**
 * A receipt from the journal: of its real time, under its printed number where both hold. A doubtful time waits for the
 * clerk, because the law's clocks start there; a number that cannot stay is replaced, and the receipt stands.
 */
export async function mergeIntake(
  context: OfflineContext,
  entry: OfflineIntake,
  merging: MergingIntake,
): Promise<Merged> {
  const { db } = context.http
  const { session, origin, now, restated } = merging
  const { regionCode } = session
  const { entryId, application, reserved } = entry
  const paper = await numberOnPaper(db, regionCode, 'receipt', entry)
  const printedNumber = reserved?.number ?? null
  const doubt = doubtOf(entry, paper, merging)
  if (doubt !== null) return conflict(doubt, printedNumber)
  const takenAt = restated?.takenAt ?? (entry.takenAt as Instant)
  const fault = await numberFault(context, paper, entry, { regionCode, takenAt, now })
  const received = await context.receive(session, origin, {
    entryId,
    application,
    offline: {
      entryId,
      takenAt,
      mergedAt: now,
      printedNumber,
      keepsNumber: fault === null,
      ...(restated && {
        restated: { deviceSaid: entry.takenAt as Instant, reason: restated.reason },
      }),
    },
  })
  if (!received.ok) return conflict(received, printedNumber)
  const { applicationId, number } = received
  await context.bindReceipt({
    regionCode,
    applicationId,
    clerkId: session.actor.accountId,
    takenAt,
  })
  if (number === printedNumber)
    return { state: 'merged', applicationId, number, printedNumber, code: null, sentence: null }
  const why = fault ?? ALREADY_RECEIVED
  return {
    state: 'renumbered',
    applicationId,
    number,
    printedNumber,
    code: why.code,
    sentence: `${why.sentence}本件编号为 ${number}，请告知申请人并换发凭证。`,
  }
}

const ALREADY_RECEIVED: Refused = {
  code: 'offline-already-received',
  sentence: '断网前服务器已经收下这件申请，只是回复没有送到。',
}

function doubtOf(
  entry: OfflineIntake,
  { range }: NumberOnPaper,
  { now, deviceMs, restated }: MergingIntake,
): Refused | null {
  const takenAt = restated?.takenAt ?? (entry.takenAt as Instant)
  const claimed = {
    takenAt,
    takenMs: millisecondsOf(takenAt),
    aheadMs: entry.aheadMs,
    steady: entry.steady || restated !== undefined,
  }
  const known: TimeOnMerging = {
    serverMs: millisecondsOf(now),
    deviceMs,
    // What the clerk states counts, even where the number on the paper then belongs to another day.
    range:
      range === null || restated !== undefined
        ? null
        : { day: range.day, issuedMs: millisecondsOf(range.issuedAt) },
  }
  const fault = faultOfTime(claimed, known)
  if (fault === null) return null
  return {
    code: 'offline-time-implausible',
    sentence: `${TIME_FAULT_TEXT[fault]}请核对凭证，填写实际收件时间后归并。`,
  }
}

async function numberFault(
  { http }: OfflineContext,
  paper: NumberOnPaper,
  { entryId, reserved }: OfflineIntake,
  moment: { readonly regionCode: number; readonly takenAt: Instant; readonly now: Instant },
): Promise<Refused | null> {
  if (paper.range === null) return paper.fault
  const { range } = paper
  const number = reserved?.number ?? ''
  if (localDateOf(moment.takenAt) !== range.day)
    return { code: 'offline-day-differs', sentence: '凭证上的编号属于另一天。' }
  return await claimNumber(http.db, moment.regionCode, range, number, entryId, moment.now)
}

function conflict({ code, sentence }: Refused, printedNumber: string | null): Merged {
  return { state: 'conflict', applicationId: null, number: null, printedNumber, code, sentence }
}

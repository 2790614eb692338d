import type { MergeResult, OfflineEntry, OfflineTicketTaken } from '../../contract/offline.ts'
import { faultOfTime } from '../../domain/offline/plausible-time.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Session } from '../http/session.ts'
import {
  type EntryRow,
  loadEntries,
  type Merged,
  resultOf,
  saveEntry,
  settleRow,
} from './entry-row.ts'
import { mergeIntake } from './merge-intake.ts'
import { claimNumber, numberOnPaper, type NumberOnPaper } from './number-on-paper.ts'
import type { OfflineContext } from './offline-context.ts'

export type Batch = {
  readonly deviceId: string
  readonly journalId: string
  readonly deviceNow: number
  readonly entries: readonly OfflineEntry[]
}

/** Who sends: a clerk, or a kiosk without one. */
export type Sender = {
  readonly regionCode: number
  readonly session: Session | null
  readonly origin: string
}

/**
 * One entry after the other in the journal's order, each to its end before the next: what breaks off is taken up where it
 * broke off, and an entry that came before is answered as it was.
 */
export async function mergeBatch(
  context: OfflineContext,
  sender: Sender,
  { deviceId, journalId, deviceNow, entries }: Batch,
): Promise<MergeResult[]> {
  const { http } = context
  const { regionCode, session } = sender
  const ordered = entries.toSorted((a, b) => a.seq - b.seq)
  const ids = ordered.map(({ entryId }) => entryId)
  const known = await loadEntries(http.db, regionCode, ids)
  const accountId = session?.actor.accountId ?? null
  const results: MergeResult[] = []
  for (const entry of ordered) {
    const before = known.get(entry.entryId)
    if (before !== undefined && !waitsForKiosk(before, accountId)) {
      results.push(answerAgain(before, accountId))
      continue
    }
    const mergedAt = http.clock(regionCode)
    const merged = await mergeOne(context, sender, entry, { now: mergedAt, deviceMs: deviceNow })
    const sent = { entry, journalId, deviceId, deviceMs: deviceNow, accountId, mergedAt }
    if (before === undefined) await saveEntry(http.db, regionCode, sent, merged)
    else await settleRow(http.db, regionCode, entry.entryId, merged, false)
    results.push({ entryId: entry.entryId, ...merged })
  }
  return results
}

/** A window may come back before the kiosk that gave the number: what it did with it is tried again by itself. */
function waitsForKiosk({ state, kind, accountId }: EntryRow, sender: string | null): boolean {
  return state === 'conflict' && kind.startsWith('ticket-') && accountId === sender
}

/** Its id may be known to who did not send it: what became of it is not told to them. */
function answerAgain(row: EntryRow, accountId: string | null): MergeResult {
  if (row.accountId === accountId) return resultOf(row)
  return {
    entryId: row.entryId,
    state: 'conflict',
    applicationId: null,
    number: null,
    printedNumber: null,
    code: 'offline-entry-of-another',
    sentence: '这条离线记录由另一位人员归并，请由本人登录后处理。',
  }
}

type Moment = { readonly now: Instant; readonly deviceMs: number }

const DONE: Merged = {
  state: 'merged',
  applicationId: null,
  number: null,
  printedNumber: null,
  code: null,
  sentence: null,
}

async function mergeOne(
  context: OfflineContext,
  { regionCode, session, origin }: Sender,
  entry: OfflineEntry,
  moment: Moment,
): Promise<Merged> {
  const { now, deviceMs } = moment
  if (entry.kind === 'ticket-taken') return await mergeTicket(context, regionCode, entry, moment)
  if (session === null) throw new Error('A kiosk sends tickets only')
  switch (entry.kind) {
    case 'intake':
      return await mergeIntake(context, entry, { session, origin, now, deviceMs })
    case 'receipt-printed':
      return { ...DONE, printedNumber: entry.number === '' ? null : entry.number }
    case 'ticket-called':
    case 'ticket-passed':
    case 'ticket-finished': {
      const refused = await context.tickets.act(session, entry)
      const { number } = entry
      return refused === null
        ? { ...DONE, number }
        : { ...DONE, state: 'conflict', printedNumber: number, ...refused }
    }
  }
}

/** No right hangs on when a ticket was taken: one whose time cannot be true waits from now on. */
function believedTime(
  { takenAt, aheadMs, steady }: OfflineTicketTaken,
  { range }: NumberOnPaper,
  { now, deviceMs }: Moment,
): string {
  const claimed = { takenAt: takenAt as Instant, takenMs: Date.parse(takenAt), aheadMs, steady }
  const known = {
    serverMs: Date.parse(now),
    deviceMs,
    range: range && { day: range.day, issuedMs: Date.parse(range.issuedAt) },
  }
  return faultOfTime(claimed, known) === null ? takenAt : now
}

/** A ticket whose number another kiosk printed too gets a new one: its holder reads it on the screen by the code on the ticket. */
async function mergeTicket(
  context: OfflineContext,
  regionCode: number,
  sent: OfflineTicketTaken,
  { now, deviceMs }: Moment,
): Promise<Merged> {
  const { db } = context.http
  const printedNumber = sent.reserved?.number ?? null
  const paper = await numberOnPaper(db, regionCode, 'ticket', sent)
  const entry = { ...sent, takenAt: believedTime(sent, paper, { now, deviceMs }) }
  const fault =
    paper.range === null
      ? paper.fault
      : await claimNumber(db, regionCode, paper.range, printedNumber ?? '', entry.entryId, now)
  const number = fault === null ? printedNumber : null
  const taken = await context.tickets.take(regionCode, { ...entry, number })
  if (!taken.ok) {
    const { code, sentence } = taken
    return { ...DONE, state: 'conflict', printedNumber, code, sentence }
  }
  if (taken.number === printedNumber) return { ...DONE, number: taken.number, printedNumber }
  return {
    ...DONE,
    state: 'renumbered',
    number: taken.number,
    printedNumber,
    code: fault?.code ?? 'offline-number-taken',
    sentence: `${fault?.sentence ?? ''}本号改为 ${taken.number}。`,
  }
}

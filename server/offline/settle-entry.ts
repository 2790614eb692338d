import type { z } from 'zod'
import type { MergeResult, settleEntry as operation } from '../../contract/offline.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { type EntryRow, loadEntries, type Merged, resultOf, settleRow } from './entry-row.ts'
import { mergeIntake } from './merge-intake.ts'
import type { OfflineContext } from './offline-context.ts'

type Settling = z.output<typeof operation.body>
type Settled = { readonly ok: true; readonly value: MergeResult } | ReturnType<typeof refuse>

const LOG = `
  insert into offline_settlement (region_code, entry_id, command_id, act, account_id, person_name, at, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (region_code, entry_id, command_id) do nothing`

/** What did not merge by itself, worked off by who wrote it down. Given again, the same act is one. */
export async function settleEntry(
  context: OfflineContext,
  session: Session,
  origin: string,
  entryId: string,
  settling: Settling,
): Promise<Settled> {
  const { http } = context
  const { regionCode, actor } = session
  const row = (await loadEntries(http.db, regionCode, [entryId])).get(entryId)
  if (row === undefined || row.accountId !== actor.accountId)
    return refuse('not-found', '没有这条离线记录，或者它不由您归并。')
  if (!row.isOpen) return { ok: true, value: resultOf(row) }
  const lacking = lackingOf(row, settling)
  if (lacking !== null) return lacking
  const now = http.clock(regionCode)
  const merged = await outcomeOf(context, { session, origin, now }, row, settling)
  await settleRow(http.db, regionCode, entryId, merged, settling.act === 'told')
  const { commandId, act, reason } = settling
  const log = [regionCode, entryId, commandId, act, actor.accountId, actor.name, now, reason]
  await http.db.query(LOG, log)
  return { ok: true, value: { entryId, ...merged } }
}

function lackingOf(
  { state }: EntryRow,
  { act, takenAt, reason }: Settling,
): ReturnType<typeof refuse> | null {
  if (state === 'renumbered' && act !== 'told')
    return refuse('offline-act-not-open', '这件申请已经收下，只需告知申请人新的编号。')
  if (state === 'conflict' && act === 'told')
    return refuse('offline-act-not-open', '这件申请还没有收下，请先归并或者说明不收的理由。')
  if (act === 'retime' && takenAt === null)
    return refuse('invalid-input', '请填写实际收件时间。', {
      fields: [{ field: 'takenAt', message: '不能为空' }],
    })
  if ((act === 'retime' || act === 'discard') && reason === '')
    return refuse('invalid-input', '请写明理由，理由记入留痕。', {
      fields: [{ field: 'reason', message: '不能为空' }],
    })
  return null
}

async function outcomeOf(
  context: OfflineContext,
  by: { readonly session: Session; readonly origin: string; readonly now: Instant },
  row: EntryRow,
  { act, takenAt, reason }: Settling,
): Promise<Merged> {
  const { entryId: _, ...standing } = resultOf(row)
  if (act === 'told') return standing
  if (act === 'discard') return { ...standing, state: 'discarded' }
  const entry = row.content?.entry
  if (entry === undefined || row.content === null) return standing
  if (entry.kind === 'intake') {
    const { deviceMs } = row.content
    const restated =
      act === 'retime' && takenAt !== null ? { takenAt: takenAt as Instant, reason } : undefined
    return await mergeIntake(context, entry, { ...by, deviceMs, restated })
  }
  if (entry.kind === 'receipt-printed' || entry.kind === 'ticket-taken') return standing
  const refused = await context.tickets.act(by.session, entry)
  return refused === null
    ? { ...standing, state: 'merged', code: null, sentence: null }
    : { ...standing, ...refused }
}

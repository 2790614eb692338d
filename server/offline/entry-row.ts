import type { MergeResult, OfflineEntry } from '../../contract/offline.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

/** What became of an entry. */
export type Merged = Omit<MergeResult, 'entryId'>

export type EntryRow = Merged & {
  readonly entryId: string
  readonly accountId: string | null
  readonly deviceId: string
  readonly kind: OfflineEntry['kind']
  readonly isOpen: boolean
  readonly takenAt: Instant
  readonly mergedAt: Instant
  readonly content: KeptContent | null
}
/** The entry as it was sent, with what its sender's clock said then. */
export type KeptContent = { readonly entry: OfflineEntry; readonly deviceMs: number }

const COLUMNS = `
  entry_id as "entryId", account_id as "accountId", device_id as "deviceId", kind, state, is_open as "isOpen",
  taken_at as "takenAt", merged_at as "mergedAt", printed_number as "printedNumber", number,
  application_id as "applicationId", code, sentence, content`
const LOAD = `select ${COLUMNS} from offline_entry where region_code = $1 and entry_id = any ($2::uuid[])`
const OPEN = `
  select ${COLUMNS} from offline_entry
   where region_code = $1 and account_id = $2 and is_open order by taken_at, entry_id limit 500`
const SAVE = `
  insert into offline_entry (region_code, entry_id, journal_id, device_id, seq, account_id, kind, state, is_open, taken_at,
    device_at, merged_at, printed_number, number, application_id, code, sentence, content)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  on conflict (region_code, entry_id) do nothing`
const SETTLE = `
  update offline_entry set state = $3, is_open = $4::boolean, number = $5, application_id = $6, code = $7, sentence = $8,
         content = case when $4 then content end
   where region_code = $1 and entry_id = $2`

export async function loadEntries(
  db: Database,
  regionCode: number,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, EntryRow>> {
  const rows = await db.query<EntryRow>(LOAD, [regionCode, entryIds])
  return new Map(rows.map((row) => [row.entryId, row]))
}

export async function openEntriesOf(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<readonly EntryRow[]> {
  return await db.query<EntryRow>(OPEN, [regionCode, accountId])
}

/** Whether a person still has to do something: decide, or tell the applicant. */
function isOpen({ state }: Merged): boolean {
  return state === 'conflict' || state === 'renumbered'
}

export async function saveEntry(
  db: Database,
  regionCode: number,
  sent: {
    readonly entry: OfflineEntry
    readonly journalId: string
    readonly deviceId: string
    readonly deviceMs: number
    readonly accountId: string | null
    readonly mergedAt: Instant
  },
  merged: Merged,
): Promise<void> {
  const { entry, journalId, deviceId, deviceMs, accountId, mergedAt } = sent
  const kept: KeptContent = { entry, deviceMs }
  await db.query(SAVE, [
    regionCode,
    entry.entryId,
    journalId,
    deviceId,
    entry.seq,
    accountId,
    entry.kind,
    merged.state,
    isOpen(merged),
    entry.takenAt,
    entry.deviceAt,
    mergedAt,
    merged.printedNumber,
    merged.number,
    merged.applicationId,
    merged.code,
    merged.sentence,
    // Who has to be told is known from this for as long as it is open.
    isOpen(merged) ? JSON.stringify(kept) : null,
  ])
}

/** `told`: nothing is left to do about it. */
export async function settleRow(
  db: Database,
  regionCode: number,
  entryId: string,
  merged: Merged,
  told: boolean,
): Promise<void> {
  const { state, number, applicationId, code, sentence } = merged
  await db.query(SETTLE, [
    regionCode,
    entryId,
    state,
    isOpen(merged) && !told,
    number,
    applicationId,
    code,
    sentence,
  ])
}

export function resultOf({
  entryId,
  state,
  applicationId,
  number,
  printedNumber,
  code,
  sentence,
}: EntryRow): MergeResult {
  return { entryId, state, applicationId, number, printedNumber, code, sentence }
}

import { type Bytes, journalBytes, type Recovered, recoverJournal } from './journal-frames.ts'
import {
  bodyOf,
  framesOf,
  journalsOf,
  type KeptFrame,
  type KeptJournal,
  putJournal,
} from './kept-journals.ts'
import { keyOf } from './kept-keys.ts'
import { type HeldKey, journalKey, openEntry } from './journal-cipher.ts'
import type { JournalEntry } from './journal-entry.ts'
import { dayOf } from '../../ui/dates.ts'

export type JournalFile = { readonly name: string; readonly bytes: Bytes }

/** Every journal of this person as a file, sealed as it lies here: for a machine that will not come back by itself. */
export async function exportJournals(
  db: IDBDatabase,
  ownerId: string,
): Promise<readonly JournalFile[]> {
  const files: JournalFile[] = []
  for (const { journalId, head, end } of await journalsOf(db, ownerId)) {
    const frames = []
    for (const frame of await framesOf(db, journalId)) {
      const body = await bodyOf(db, frame)
      if (body === undefined) break
      frames.push({ seq: frame.seq, hash: frame.hash, body })
    }
    const name = `离线日志-${dayOf(head.begunAt)}-${journalId.slice(-6)}.ycj`
    files.push({ name, bytes: await journalBytes(head, frames, end.seq) })
  }
  return files
}

export type Imported =
  | { readonly ok: true; readonly entries: number; readonly lost: number }
  | { readonly ok: false; readonly why: 'not-a-journal' | 'of-another-person' | 'no-key' }

/** Up to the last whole entry; what is lost is said. The same file twice is one journal. */
export async function importJournal(
  db: IDBDatabase,
  ownerId: string,
  bytes: Bytes,
): Promise<Imported> {
  const recovered = await recoverJournal(bytes)
  if (recovered === undefined) return { ok: false, why: 'not-a-journal' }
  const { head, frames, lost } = recovered
  if (head.accountId !== ownerId) return { ok: false, why: 'of-another-person' }
  const key = await keyOf(db, ownerId, head.keyId)
  if (key === undefined) return { ok: false, why: 'no-key' }
  const { journalId } = head
  const rows = await rowsOf(key.held, recovered)
  const missing = (lost?.entries ?? 0) + frames.length - rows.length
  const last = frames.at(-1)
  const known = (await journalsOf(db, ownerId)).find((one) => one.journalId === journalId)
  const journal: KeptJournal = {
    journalId,
    head,
    ownerId,
    end: { seq: last?.seq ?? 0, hash: last?.hash ?? new Uint8Array() },
    open: false,
    lost: missing,
  }
  if (hasMore(known, missing)) await putJournal(db, journal, rows)
  return { ok: true, entries: rows.length, lost: missing }
}

/** What lies here is kept, unless the file has more of it: a whole one after the one that was cut off. */
function hasMore(known: KeptJournal | undefined, missing: number): boolean {
  return known === undefined || (!known.open && known.lost > missing)
}

/** Every frame that the clerk's key opens. */
async function rowsOf(
  held: HeldKey,
  { head: { journalId }, frames }: Recovered,
): Promise<readonly (KeptFrame & { readonly body: Bytes })[]> {
  const opening = await journalKey(held, journalId)
  const rows: (KeptFrame & { readonly body: Bytes })[] = []
  for (const { seq, hash, body } of frames) {
    const entry = (await openEntry<JournalEntry>(opening, seq, body))?.entry
    if (entry === undefined) continue
    const { entryId, kind } = entry
    rows.push({ journalId, seq, hash, entryId, isFile: kind === 'file', body })
  }
  return rows
}

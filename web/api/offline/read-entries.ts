import type { MergeResult } from '../../../contract/offline.ts'
import { journalKey, openEntry, type Plain } from './journal-cipher.ts'
import type { JournalEntry } from './journal-entry.ts'
import { bodyOf, framesOf, journalsOf, type KeptFrame, type KeptJournal } from './kept-journals.ts'
import { keyOf } from './kept-keys.ts'
import { ofJournal, put, readAll } from './offline-database.ts'

/** What the server said of an entry, or why it could not be sent. */
export type Ack = MergeResult & { readonly journalId: string; readonly seq: number }

/** Undefined: the key is not here, or the entry is damaged. */
export async function openFrame(
  db: IDBDatabase,
  { head, ownerId }: KeptJournal,
  frame: KeptFrame,
): Promise<Plain<JournalEntry> | undefined> {
  const key = await keyOf(db, ownerId, head.keyId)
  const body = await bodyOf(db, frame)
  if (key === undefined || body === undefined) return undefined
  const opening = await journalKey(key.held, head.journalId)
  return await openEntry<JournalEntry>(opening, frame.seq, body)
}

export async function acksOf(
  db: IDBDatabase,
  journalId: string,
): Promise<ReadonlyMap<number, Ack>> {
  const acks = await readAll<Ack>(db, 'acks', ofJournal(journalId))
  return new Map(acks.map((ack) => [ack.seq, ack]))
}

export async function keepAck(db: IDBDatabase, ack: Ack): Promise<void> {
  await put(db, 'acks', ack)
}

export type WrittenEntry = {
  readonly entry: JournalEntry
  readonly ack: Ack | undefined
}

/** All that this person wrote here and that is still here, in order; photographs without their bytes. */
export async function readEntries(
  db: IDBDatabase,
  ownerId: string,
): Promise<readonly WrittenEntry[]> {
  const read: WrittenEntry[] = []
  for (const journal of await journalsOf(db, ownerId)) {
    const acks = await acksOf(db, journal.journalId)
    for (const frame of await framesOf(db, journal.journalId)) {
      const plain = await openFrame(db, journal, frame)
      if (plain !== undefined) read.push({ entry: plain.entry, ack: acks.get(frame.seq) })
    }
  }
  return read
}

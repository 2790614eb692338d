import { localDateOf } from '../../../domain/shared/local-date.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { journalKey, proofOf, sealEntry } from './journal-cipher.ts'
import type { JournalEntry, NewEntry } from './journal-entry.ts'
import { beginChain, type Bytes, type JournalHead, linkFrame } from './journal-frames.ts'
import { appendFrame, beginJournal, journalsOf, type KeptJournal } from './kept-journals.ts'
import { type KeptKey, newestKey } from './kept-keys.ts'
import { freeNumber } from './kept-ranges.ts'
import type { SteadyClock } from './steady-clock.ts'

/** Who writes, on which device, by which clock. */
export type Writer = {
  readonly db: IDBDatabase
  readonly ownerId: string
  readonly deviceId: string
  readonly clock: SteadyClock
  readonly newId: () => string
}

/** No key: nobody signed on here while the server could be reached. */
export class NotPrepared extends Error {
  override readonly name = 'NotPrepared'
}

const MOST_TRIES = 20

export type Writing = {
  readonly entry: NewEntry
  readonly file?: Bytes
}

/**
 * Writes one entry, with the next free number where it takes one, and answers it as written. It resolves when the entry is
 * on the disk, and not before; two pages of one device never take the same number.
 */
export async function writeEntry(writer: Writer, { entry, file }: Writing): Promise<JournalEntry> {
  const key = await newestKey(writer.db, writer.ownerId)
  if (key === undefined) throw new NotPrepared('No key')
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const journal = await openJournal(writer, key)
    const stamped = await stampedEntry(writer, entry, journal.end.seq + 1)
    const sealing = await journalKey(key.held, journal.journalId)
    const plain = file === undefined ? { entry: stamped } : { entry: stamped, file }
    const body = await sealEntry(sealing, journal.end.seq + 1, plain)
    const frame = await linkFrame(journal.end, body)
    const number = numberOf(stamped)
    const about = { entryId: stamped.entryId, isFile: stamped.kind === 'file', number }
    if (await appendFrame(writer.db, journal, frame, about)) return stamped
  }
  throw new Error('Another page wrote at every attempt')
}

function numberOf(entry: JournalEntry): { number: string; day: string } | null {
  if (!('reserved' in entry) || entry.reserved === null) return null
  return { number: entry.reserved.number, day: localDateOf(entry.takenAt as Instant) }
}

async function openJournal(writer: Writer, key: KeptKey): Promise<KeptJournal> {
  const { db, ownerId, deviceId, clock, newId } = writer
  const known = (await journalsOf(db, ownerId)).find(
    (journal) => journal.open && journal.head.keyId === key.keyId,
  )
  if (known !== undefined) return known
  const journalId = newId()
  const begunAt = new Date(clock.now().now).toISOString()
  const head: JournalHead = {
    journalId,
    keyId: key.keyId,
    accountId: ownerId,
    deviceId,
    begunAt,
  }
  const begun = { journalId, head, ownerId, end: await beginChain(head) }
  await beginJournal(db, begun)
  return { ...begun, open: true, lost: 0 }
}

async function stampedEntry(
  { db, clock }: Writer,
  entry: NewEntry,
  seq: number,
): Promise<JournalEntry> {
  const { now, device, aheadMs, steady } = clock.now()
  const takenAt = new Date(now).toISOString()
  if (entry.kind === 'file') return { ...entry, seq, takenAt }
  const deviceAt = new Date(device).toISOString()
  const stamped = { ...entry, seq, takenAt, deviceAt, aheadMs, steady }
  if (stamped.kind !== 'intake' && stamped.kind !== 'ticket-taken') return stamped
  const isTicket = stamped.kind === 'ticket-taken'
  const day = localDateOf(takenAt as Instant)
  const free = await freeNumber(
    db,
    isTicket ? 'ticket' : 'receipt',
    day,
    isTicket ? stamped.queue : undefined,
  )
  if (free === undefined) return { ...stamped, reserved: null }
  const { rangeId, number, proofKey } = free
  const proof = await proofOf(proofKey, stamped.entryId, number, takenAt)
  return { ...stamped, reserved: { rangeId, number, proof } }
}

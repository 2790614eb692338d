import {
  follows,
  type Bytes,
  type ChainEnd,
  type Frame,
  type JournalHead,
} from './journal-frames.ts'
import {
  answerOf,
  ofJournal,
  readAll,
  readOne,
  type StoreName,
  writing,
  written,
} from './offline-database.ts'

/** A journal on this device. `open`: entries are still added. */
export type KeptJournal = {
  readonly journalId: string
  readonly head: JournalHead
  readonly ownerId: string
  readonly end: ChainEnd
  readonly open: boolean
  /** Entries that were damaged or cut off, and cannot be had back. */
  readonly lost: number
}
/** A frame without its body, so that a list of entries reads no photographs. */
export type KeptFrame = {
  readonly journalId: string
  readonly seq: number
  readonly hash: Bytes
  readonly entryId: string
  readonly isFile: boolean
}
type KeptBody = { readonly journalId: string; readonly seq: number; readonly body: Bytes }

const PARTS: readonly StoreName[] = ['journals', 'frames', 'bodies', 'acks']

export async function journalsOf(
  db: IDBDatabase,
  ownerId: string,
): Promise<readonly KeptJournal[]> {
  const journals = await readAll<KeptJournal>(db, 'journals')
  return journals
    .filter((journal) => journal.ownerId === ownerId)
    .toSorted((a, b) => a.head.begunAt.localeCompare(b.head.begunAt))
}

export async function framesOf(db: IDBDatabase, journalId: string): Promise<readonly KeptFrame[]> {
  return await readAll<KeptFrame>(db, 'frames', ofJournal(journalId))
}

export async function bodyOf(
  db: IDBDatabase,
  { journalId, seq }: Pick<KeptFrame, 'journalId' | 'seq'>,
): Promise<Bytes | undefined> {
  return (await readOne<KeptBody>(db, 'bodies', [journalId, seq]))?.body
}

export async function beginJournal(
  db: IDBDatabase,
  journal: Omit<KeptJournal, 'open' | 'lost'>,
): Promise<void> {
  const transaction = writing(db, ['journals'])
  transaction.objectStore('journals').put({ ...journal, open: true, lost: 0 })
  await written(transaction)
}

/**
 * One entry, or none of it: the frame, its body, the number it uses and the new end of the chain. False: another page of
 * this device wrote meanwhile, or used the number.
 */
export async function appendFrame(
  db: IDBDatabase,
  journal: KeptJournal,
  frame: Frame,
  about: {
    readonly entryId: string
    readonly isFile: boolean
    readonly number: { readonly number: string; readonly day: string } | null
  },
): Promise<boolean> {
  const { journalId } = journal
  const { seq, hash, body } = frame
  const { entryId, isFile, number } = about
  const transaction = writing(db, ['journals', 'frames', 'bodies', 'used'])
  const store = (name: StoreName) => transaction.objectStore(name)
  const kept = (await answerOf(store('journals').get(journalId))) as KeptJournal | undefined
  const isUsed =
    number !== null &&
    (await answerOf(store('used').get([number.day, number.number]))) !== undefined
  if (kept === undefined || !kept.open || kept.end.seq !== seq - 1 || isUsed) {
    transaction.abort()
    return false
  }
  if (number !== null) store('used').put(number)
  store('bodies').put({ journalId, seq, body })
  store('frames').put({ journalId, seq, hash, entryId, isFile })
  store('journals').put({ ...kept, end: { seq, hash } })
  await written(transaction)
  return true
}

/** Where a frame does not follow what came before, its entry is lost, and is counted. Reads every body once. */
export async function checkJournal(db: IDBDatabase, journal: KeptJournal): Promise<KeptJournal> {
  const frames = await framesOf(db, journal.journalId)
  let lost = Math.max(0, journal.end.seq - frames.length)
  let before: ChainEnd | undefined
  for (const kept of frames) {
    const body = await bodyOf(db, kept)
    const isWhole =
      body !== undefined && (before === undefined || (await follows(before, { ...kept, body })))
    if (!isWhole) lost += 1
    before = { seq: kept.seq, hash: kept.hash }
  }
  if (lost === 0) return journal
  // Nothing is added behind a gap: the next entry begins a journal of its own.
  const checked = { ...journal, open: false, lost }
  const transaction = writing(db, ['journals'])
  transaction.objectStore('journals').put(checked)
  await written(transaction)
  return checked
}

/** A journal from a file, or one that was merged to its end, as a whole. */
export async function putJournal(
  db: IDBDatabase,
  journal: KeptJournal,
  frames: readonly (KeptFrame & { readonly body: Bytes })[],
): Promise<void> {
  const transaction = writing(db, PARTS)
  transaction.objectStore('journals').put(journal)
  for (const { body, ...frame } of frames) {
    const { journalId, seq } = frame
    transaction.objectStore('frames').put(frame)
    transaction.objectStore('bodies').put({ journalId, seq, body })
  }
  await written(transaction)
}

export async function dropJournal(db: IDBDatabase, journalId: string): Promise<void> {
  const transaction = writing(db, PARTS)
  transaction.objectStore('journals').delete(journalId)
  for (const name of ['frames', 'bodies', 'acks'] as const)
    transaction.objectStore(name).delete(ofJournal(journalId))
  await written(transaction)
}

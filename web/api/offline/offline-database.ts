/** What a device keeps for the time without a server. No name, no number of anybody stands in it unsealed. */
const NAME = 'yichuang-offline'
const VERSION = 1

export const STORES = [
  'journals',
  'frames',
  'bodies',
  'acks',
  'keys',
  'ranges',
  'used',
  'settings',
] as const
export type StoreName = (typeof STORES)[number]

/** Rejects where the browser keeps nothing (a private window, a full disk). */
export async function openOfflineDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, VERSION)
  opening.addEventListener('upgradeneeded', () => {
    const db = opening.result
    db.createObjectStore('journals', { keyPath: 'journalId' })
    db.createObjectStore('frames', { keyPath: ['journalId', 'seq'] })
    db.createObjectStore('bodies', { keyPath: ['journalId', 'seq'] })
    db.createObjectStore('acks', { keyPath: ['journalId', 'seq'] })
    db.createObjectStore('keys', { keyPath: ['ownerId', 'keyId'] })
    db.createObjectStore('ranges', { keyPath: 'rangeId' })
    db.createObjectStore('used', { keyPath: ['day', 'number'] })
    db.createObjectStore('settings')
  })
  const db = await answerOf(opening)
  // Another tab with a newer page may need another shape.
  db.addEventListener('versionchange', () => db.close())
  return db
}

export async function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return await new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })
}

/** Resolves once it is on the disk. */
export async function written(transaction: IDBTransaction): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    const fail = () => reject(transaction.error ?? new Error('IndexedDB'))
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
  })
}

/** What is given as written is on the disk, not in a buffer that a power cut empties. */
export function writing(db: IDBDatabase, stores: readonly StoreName[]): IDBTransaction {
  return db.transaction(stores, 'readwrite', { durability: 'strict' })
}

export async function readAll<Row>(
  db: IDBDatabase,
  store: StoreName,
  range?: IDBKeyRange,
): Promise<Row[]> {
  return (await answerOf(db.transaction(store).objectStore(store).getAll(range))) as Row[]
}

export async function readOne<Row>(
  db: IDBDatabase,
  store: StoreName,
  key: IDBValidKey,
): Promise<Row | undefined> {
  return (await answerOf(db.transaction(store).objectStore(store).get(key))) as Row | undefined
}

export async function put(
  db: IDBDatabase,
  store: StoreName,
  row: unknown,
  key?: IDBValidKey,
): Promise<void> {
  const transaction = writing(db, [store])
  transaction.objectStore(store).put(row, key)
  await written(transaction)
}

/** Every row of one journal. */
export function ofJournal(journalId: string): IDBKeyRange {
  return IDBKeyRange.bound([journalId, 0], [journalId, Number.MAX_SAFE_INTEGER])
}

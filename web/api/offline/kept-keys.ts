import { holdKey, journalKey, openEntry, sealEntry } from './journal-cipher.ts'
import type { Bytes } from './journal-frames.ts'
import { answerOf, put, readAll, readOne, writing, written } from './offline-database.ts'

/** A key of the one who is signed on here, as the browser holds it: it seals and opens, and cannot be read. */
export type KeptKey = {
  readonly ownerId: string
  readonly keyId: string
  readonly held: CryptoKey
  readonly issuedAt: string
}
type Issued = { readonly keyId: string; readonly key: string; readonly issuedAt: string }

const PERSON = 'person'
type KeptPerson = { readonly ownerId: string; readonly keyId: string; readonly sealed: Bytes }

export async function keepKeys(
  db: IDBDatabase,
  ownerId: string,
  issued: readonly Issued[],
): Promise<void> {
  const rows = await Promise.all(
    issued.map(async ({ keyId, key, issuedAt }) => ({
      ownerId,
      keyId,
      held: await holdKey(key),
      issuedAt,
    })),
  )
  const transaction = writing(db, ['keys'])
  const store = transaction.objectStore('keys')
  // One person at a time sits at a window.
  store.clear()
  for (const row of rows) store.put(row)
  await written(transaction)
}

export async function keyOf(
  db: IDBDatabase,
  ownerId: string,
  keyId: string,
): Promise<KeptKey | undefined> {
  return await readOne<KeptKey>(db, 'keys', [ownerId, keyId])
}

export async function newestKey(db: IDBDatabase, ownerId: string): Promise<KeptKey | undefined> {
  const keys = await readAll<KeptKey>(db, 'keys')
  return keys
    .filter((key) => key.ownerId === ownerId)
    .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))[0]
}

/** Who is signed on, sealed with their own key: a reload without a server knows them again. */
export async function keepPerson(db: IDBDatabase, ownerId: string, person: unknown): Promise<void> {
  const key = await newestKey(db, ownerId)
  if (key === undefined) return
  const sealed = await sealEntry(await journalKey(key.held, PERSON), 0, { entry: person })
  await put(db, 'settings', { ownerId, keyId: key.keyId, sealed } satisfies KeptPerson, PERSON)
}

/** Undefined: nobody is signed on here. */
export async function keptPerson<Person>(db: IDBDatabase): Promise<Person | undefined> {
  const kept = await readOne<KeptPerson>(db, 'settings', PERSON)
  if (kept === undefined) return undefined
  const key = await keyOf(db, kept.ownerId, kept.keyId)
  if (key === undefined) return undefined
  return (await openEntry<Person>(await journalKey(key.held, PERSON), 0, kept.sealed))?.entry
}

/** Signing out: what was written stays sealed here, and opens again when the same person signs on. */
export async function forgetKeys(db: IDBDatabase): Promise<void> {
  const transaction = writing(db, ['keys', 'settings'])
  transaction.objectStore('keys').clear()
  transaction.objectStore('settings').delete(PERSON)
  await written(transaction)
}

/** A kiosk has nobody who signs on, and writes down nothing personal: its key is made here and never leaves. */
export async function ownKey(db: IDBDatabase, ownerId: string, now: string): Promise<KeptKey> {
  const known = await newestKey(db, ownerId)
  if (known !== undefined) return known
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const held = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const row: KeptKey = { ownerId, keyId: 'own', held, issuedAt: now }
  const transaction = writing(db, ['keys'])
  const store = transaction.objectStore('keys')
  const other = (await answerOf(store.get([ownerId, 'own']))) as KeptKey | undefined
  if (other === undefined) store.put(row)
  await written(transaction)
  return other ?? row
}

import { type Bytes, joined, u32 } from './journal-frames.ts'

/** What an entry says, and the file that it carries. */
export type Plain<Entry> = { readonly entry: Entry; readonly file?: Bytes }

/** As a browser holds it, and as the tests' Node does. */
export type HeldKey = Awaited<ReturnType<typeof crypto.subtle.deriveKey>>

const IV = 12

/** The clerk's key as the server gave it (base64url, 32 bytes), held so that no script reads it again. */
export async function holdKey(base64url: string): Promise<HeldKey> {
  return await crypto.subtle.importKey('raw', bytesOf(base64url), 'HKDF', false, ['deriveKey'])
}

/** For the proofs of a range. */
export async function holdProofKey(base64url: string): Promise<HeldKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  return await crypto.subtle.importKey('raw', bytesOf(base64url), hmac, false, ['sign'])
}

/** Every journal has a key of its own, out of the clerk's: no two bodies share key and counter. */
export async function journalKey(held: HeldKey, journalId: string): Promise<HeldKey> {
  const salt = new TextEncoder().encode(journalId)
  const info = new TextEncoder().encode('yichuang-offline-journal-1')
  return await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    held,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** The place in the journal is sealed in with it: a body moved elsewhere does not open. */
export async function sealEntry<Entry>(
  key: HeldKey,
  seq: number,
  { entry, file }: Plain<Entry>,
): Promise<Bytes> {
  const json = new TextEncoder().encode(JSON.stringify(entry))
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const plain = joined([u32(json.length), json, file ?? new Uint8Array()])
  const cipher = { name: 'AES-GCM', iv, additionalData: u32(seq) }
  return joined([iv, new Uint8Array(await crypto.subtle.encrypt(cipher, key, plain))])
}

/** Undefined: not sealed with this key, or not here. */
export async function openEntry<Entry>(
  key: HeldKey,
  seq: number,
  body: Bytes,
): Promise<Plain<Entry> | undefined> {
  try {
    const cipher = { name: 'AES-GCM', iv: body.slice(0, IV), additionalData: u32(seq) }
    const plain = new Uint8Array(await crypto.subtle.decrypt(cipher, key, body.slice(IV)))
    const length = new DataView(plain.buffer).getUint32(0)
    const entry = JSON.parse(new TextDecoder().decode(plain.subarray(4, 4 + length))) as Entry
    return plain.length === 4 + length ? { entry } : { entry, file: plain.slice(4 + length) }
  } catch {
    return undefined
  }
}

/** HMAC-SHA256 in hex: what the server asks of a reserved number. */
export async function proofOf(
  key: HeldKey,
  entryId: string,
  number: string,
  takenAt: string,
): Promise<string> {
  const text = new TextEncoder().encode(`${entryId}|${number}|${takenAt}`)
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, text))
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOf(base64url: string): Bytes {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (one) => one.codePointAt(0) ?? 0)
}

import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { z } from 'zod'
import type { receiveApplication } from '../../contract/application-commands.ts'
import { SignedPayload, type ReadingProof } from '../../contract/device-kinds.ts'
import type { IdentityEntry } from '../../domain/application/applicant.ts'

/** Public keys of identity readers, by the id that a reading names. */
export type ReaderKeys = ReadonlyMap<string, KeyObject>

/** Only a raw Ed25519 key is this long at the end of its SPKI. */
const RAW_KEY_BYTES = 32
const PEM_KEY = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g

type Receipt = Pick<
  z.output<typeof receiveApplication.body>,
  'applicationId' | 'applicant' | 'identityEntry' | 'identityProof'
>

/** A file of one or more Ed25519 public keys in PEM. Throws on anything else: a wrong setting is no setting. */
export function readerKeysOf(pem: string): ReaderKeys {
  const found = pem.match(PEM_KEY) ?? []
  if (found.length === 0) throw new Error('no public key in PEM')
  return new Map(
    found.map((text) => {
      const key = createPublicKey(text)
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('a reader key is not Ed25519')
      return [readerKeyId(key), key]
    }),
  )
}

export function readerKeyId(key: KeyObject): string {
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES)
  return createHash('sha256').update(raw).digest('hex').slice(0, 16)
}

/** What the record may say of how the identity came in: a page's word makes a reading, only a signature makes it trusted. */
export function identityEntryOf(
  { applicationId, applicant, identityEntry, identityProof }: Receipt,
  keys: ReaderKeys = new Map(),
): IdentityEntry | undefined {
  if (identityEntry !== 'reader') return identityEntry
  if (!identityProof) return 'reader'
  const signed = signedBy(identityProof, keys)
  return signed !== undefined &&
    signed.challenge === applicationId &&
    signed.name.trim() === applicant.name.trim() &&
    applicant.identityType === 'id-card' &&
    signed.idNumber === applicant.identityNumber.replaceAll(/\s/g, '').toUpperCase()
    ? 'reader-signed'
    : 'reader'
}

function signedBy(
  { keyId, payload, signature }: ReadingProof,
  keys: ReaderKeys,
): SignedPayload | undefined {
  const key = keys.get(keyId)
  if (!key || !verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64')))
    return undefined
  try {
    return SignedPayload.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}

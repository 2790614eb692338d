import { randomBytes, randomInt } from 'node:crypto'
import { codeHash } from '../http/code-hash.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Sixteen characters without look-alikes, 80 bits: stands under a document's QR. */
export function newVerifyCode(): string {
  // 32 letters divide 256: none is likelier than another.
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length] ?? '2').join('')
}

/** Six digits given to the applicant beside the number; only the hash stays in the application's row. */
export function newQueryCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function queryCodeHash(applicationId: string, code: string): string {
  return codeHash(applicationId, code).toString('hex')
}

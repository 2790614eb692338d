import { createHash, createHmac } from 'node:crypto'
import { isSameHash } from '../http/code-hash.ts'

export type SignedParts = {
  readonly method: string
  readonly path: string
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly nonce: string
  readonly body: string
}

/** HMAC-SHA256 over what the request is, when it was made, and the hash of its body; hexadecimal. */
export function signatureOf(secret: string, parts: SignedParts): string {
  const { method, path, timestamp, nonce, body } = parts
  const bodyHash = createHash('sha256').update(body).digest('hex')
  return createHmac('sha256', secret)
    .update([method, path, timestamp, nonce, bodyHash].join('\n'))
    .digest('hex')
}

export function isSignature(secret: string, parts: SignedParts, given: string): boolean {
  return isSameHash(signatureOf(secret, parts), given)
}

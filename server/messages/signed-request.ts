import { randomBytes } from 'node:crypto'
import { isSignature, signatureOf } from './sms-signature.ts'

const PATIENCE_MS = 10_000

export type SigningKey = { readonly keyId: string; readonly secret: string }
export type SignedRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** JSON; empty for GET. */
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A request to the gateway, signed over what it is, when it was made and the hash of its body. */
export async function sendSigned(
  { keyId, secret }: SigningKey,
  { method, url, body, headers = {} }: SignedRequest,
): Promise<Response> {
  const { pathname, search } = new URL(url)
  const path = `${pathname}${search}`
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(12).toString('hex')
  return await fetch(url, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      ...headers,
      'content-type': 'application/json',
      'x-key-id': keyId,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signatureOf(secret, { method, path, timestamp, nonce, body }),
    },
    ...(method === 'POST' && { body }),
  })
}

/** The text of an answer that the gateway signed in the same way; undefined: it did not, and nothing of it is believed. */
export async function signedText(
  { secret }: SigningKey,
  { method, url }: SignedRequest,
  answer: Response,
): Promise<string | undefined> {
  const { pathname, search } = new URL(url)
  const text = await answer.text()
  const header = (name: string) => answer.headers.get(name) ?? ''
  const parts = {
    method,
    path: `${pathname}${search}`,
    timestamp: header('x-timestamp'),
    nonce: header('x-nonce'),
    body: text,
  }
  return isSignature(secret, parts, header('x-signature')) ? text : undefined
}

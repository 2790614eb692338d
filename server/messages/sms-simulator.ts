import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import { isMobile } from '../../domain/identifiers/phone.ts'
import { isSignature, signatureOf } from './sms-signature.ts'

export type SimulatedMessage = {
  readonly receipt: string
  readonly to: string
  readonly text: string
  readonly at: string
}

export type SmsSimulator = {
  readonly url: string
  /** Delivery reports, until they are acknowledged. */
  readonly reportsUrl: string
  readonly keyId: string
  readonly secret: string
  /** The newest first; the last 200 are kept, in memory alone. */
  readonly messages: () => readonly SimulatedMessage[]
  /** For rehearsing failure: every answer is this status until it is null again. */
  readonly failWith: (status: number | null) => void
  readonly close: () => Promise<void>
}

const KEPT = 200
const MOST_REPORTS = 500
const SIGNED_WITHIN_SECONDS = 300
/** No phone begins so: numbers for trying what happens when the gateway knows none. */
const NO_SUCH_NUMBER = /^199/
/** Taken, and reported undelivered afterwards: numbers for trying what happens then. */
const SWITCHED_OFF = /^198/

/** A gateway that delivers to nobody: it checks signatures and keeps what it was given. Demonstration and tests. */
export async function startSmsSimulator(now: () => number = Date.now): Promise<SmsSimulator> {
  const keyId = 'simulator'
  const secret = randomBytes(24).toString('hex')
  const kept: SimulatedMessage[] = []
  const receipts = new Map<string, string>()
  const reports = new Map<string, { receipt: string; state: string; code: string | null }>()
  let failure: number | null = null

  function isSigned({ method = '', url = '', headers }: IncomingMessage, body: string): boolean {
    const header = (name: string) => String(headers[name] ?? '')
    const timestamp = header('x-timestamp')
    const age = Math.abs(now() / 1000 - Number(timestamp))
    const parts = { method, path: url, timestamp, nonce: header('x-nonce'), body }
    return (
      header('x-key-id') === keyId &&
      age <= SIGNED_WITHIN_SECONDS &&
      isSignature(secret, parts, header('x-signature'))
    )
  }

  function answerTo(request: IncomingMessage, body: string): readonly [number, object] {
    if (failure !== null) return [failure, { code: 'simulated-failure' }]
    if (!isSigned(request, body)) return [401, { code: 'wrong-signature' }]
    return request.url === '/reports' ? reportsTo(request, body) : messageTo(body)
  }

  function messageTo(body: string): readonly [number, object] {
    const { messageId = '', to = '', text = '' } = JSON.parse(body) as Record<string, string>
    if (messageId === '' || text === '' || !isMobile(to)) return [422, { code: 'malformed' }]
    if (NO_SUCH_NUMBER.test(to)) return [422, { code: 'no-such-number' }]
    const known = receipts.get(messageId)
    if (known !== undefined) return [200, { receipt: known }]
    return [200, { receipt: taken(messageId, to, text) }]
  }

  function taken(messageId: string, to: string, text: string): string {
    const receipt = `SIM${String(receipts.size + 1).padStart(6, '0')}`
    receipts.set(messageId, receipt)
    const isOff = SWITCHED_OFF.test(to)
    reports.set(receipt, {
      receipt,
      state: isOff ? 'undelivered' : 'delivered',
      code: isOff ? 'phone-switched-off' : null,
    })
    kept.unshift({ receipt, to, text, at: new Date(now()).toISOString() })
    kept.length = Math.min(kept.length, KEPT)
    return receipt
  }

  function reportsTo({ method }: IncomingMessage, body: string): readonly [number, object] {
    if (method === 'GET') return [200, { reports: [...reports.values()].slice(0, MOST_REPORTS) }]
    const { receipts: kept = [] } = JSON.parse(body) as { receipts?: readonly string[] }
    for (const receipt of kept) reports.delete(receipt)
    return [200, {}]
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [status, answer] = answerTo(request, Buffer.concat(chunks).toString('utf8'))
      const said = JSON.stringify(answer)
      response.writeHead(status, {
        'content-type': 'application/json',
        ...signatureHeaders(secret, request, said, now),
      })
      response.end(said)
    })
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/messages`,
    reportsUrl: `http://127.0.0.1:${port}/reports`,
    keyId,
    secret,
    messages: () => [...kept],
    failWith: (status) => {
      failure = status
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An answer is signed like a request: over what was asked, when it was answered, and the hash of what it says. */
function signatureHeaders(
  secret: string,
  { method = '', url = '' }: IncomingMessage,
  body: string,
  now: () => number,
): Record<string, string> {
  const timestamp = String(Math.floor(now() / 1000))
  const nonce = randomBytes(12).toString('hex')
  const parts = { method, path: url, timestamp, nonce, body }
  return {
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signatureOf(secret, parts),
  }
}

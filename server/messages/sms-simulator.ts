import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import { isMobile } from '../../domain/identifiers/phone.ts'
import { isSignature } from './sms-signature.ts'

export type SimulatedMessage = {
  readonly receipt: string
  readonly to: string
  readonly text: string
  readonly at: string
}

export type SmsSimulator = {
  readonly url: string
  readonly keyId: string
  readonly secret: string
  /** The newest first; the last 200 are kept, in memory alone. */
  readonly messages: () => readonly SimulatedMessage[]
  /** For rehearsing failure: every answer is this status until it is null again. */
  readonly failWith: (status: number | null) => void
  readonly close: () => Promise<void>
}

const KEPT = 200
const SIGNED_WITHIN_SECONDS = 300
/** No phone begins so: numbers for trying what happens when the gateway knows none. */
const NO_SUCH_NUMBER = /^199/

/** A gateway that delivers to nobody: it checks signatures and keeps what it was given. Demonstration and tests. */
export async function startSmsSimulator(now: () => number = Date.now): Promise<SmsSimulator> {
  const keyId = 'simulator'
  const secret = randomBytes(24).toString('hex')
  const kept: SimulatedMessage[] = []
  const receipts = new Map<string, string>()
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
    const { messageId = '', to = '', text = '' } = JSON.parse(body) as Record<string, string>
    if (messageId === '' || text === '' || !isMobile(to)) return [422, { code: 'malformed' }]
    if (NO_SUCH_NUMBER.test(to)) return [422, { code: 'no-such-number' }]
    const known = receipts.get(messageId)
    if (known !== undefined) return [200, { receipt: known }]
    const receipt = `SIM${String(receipts.size + 1).padStart(6, '0')}`
    receipts.set(messageId, receipt)
    kept.unshift({ receipt, to, text, at: new Date(now()).toISOString() })
    kept.length = Math.min(kept.length, KEPT)
    return [200, { receipt }]
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [status, answer] = answerTo(request, Buffer.concat(chunks).toString('utf8'))
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/messages`,
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

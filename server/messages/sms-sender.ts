import { z } from 'zod'
import type { SmsSetting } from './message-settings.ts'
import type { Outgoing, Sender, Sent } from './sender.ts'
import { sendSigned } from './signed-request.ts'
import { smsReports } from './sms-reports.ts'

const Reply = z.object({ receipt: z.string().min(1).max(100) })
const Refusal = z.object({ code: z.string().regex(/^[\w-]{1,40}$/) })

/**
 * A text message through a gateway: JSON over HTTPS, signed, with an idempotency key. 2xx: taken, with its receipt. 4xx:
 * never (but 408, 425, 429). Everything else: later.
 */
export function createSmsSender({ url, reportsUrl, keyId, secret, signature }: SmsSetting): Sender {
  const key = { keyId, secret }

  async function send({ id, to, text }: Outgoing): Promise<Sent> {
    const body = JSON.stringify({ messageId: id, to, text: `${signature}${text}` })
    try {
      const headers = { 'idempotency-key': id }
      const answer = await sendSigned(key, { method: 'POST', url, body, headers })
      const said: unknown = await answer.json().catch(() => undefined)
      return answer.ok ? taken(said) : refused(answer.status, said)
    } catch (error) {
      return { ok: false, permanent: false, error: failureOf(error) }
    }
  }
  return {
    send,
    ...(reportsUrl !== undefined && { reports: smsReports(key, reportsUrl) }),
    close: () => undefined,
  }
}

function taken(said: unknown): Sent {
  const reply = Reply.safeParse(said)
  return reply.success
    ? { ok: true, receipt: reply.data.receipt }
    : { ok: false, permanent: false, error: 'receipt-missing' }
}

const LATER = [408, 425, 429]

function refused(status: number, said: unknown): Sent {
  const reply = Refusal.safeParse(said)
  const permanent = status >= 400 && status < 500 && !LATER.includes(status)
  return { ok: false, permanent, error: reply.success ? reply.data.code : `http-${status}` }
}

function failureOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string }
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'unreachable')
}

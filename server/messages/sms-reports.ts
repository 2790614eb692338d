import { z } from 'zod'
import type { ReportSource } from './sender.ts'
import { sendSigned, signedText, type SigningKey } from './signed-request.ts'

const Reports = z.object({
  reports: z
    .array(
      z.object({
        receipt: z.string().min(1).max(100),
        state: z.enum(['delivered', 'undelivered']),
        code: z
          .string()
          .regex(/^[\w-]{1,40}$/)
          .nullable(),
      }),
    )
    .max(500),
})

/**
 * Delivery reports by asking for them: GET answers those not acknowledged yet, signed by the gateway with the shared secret;
 * POST names the receipts that were kept. Throws where the gateway does not answer, or not as itself.
 */
export function smsReports(key: SigningKey, url: string): ReportSource {
  return {
    read: async () => {
      const request = { method: 'GET', url, body: '' } as const
      const answer = await sendSigned(key, request)
      if (!answer.ok) throw new Error(`The gateway answered ${answer.status}`)
      const text = await signedText(key, request, answer)
      if (text === undefined) throw new Error('The reports are not signed by the gateway')
      return Reports.parse(JSON.parse(text)).reports.map(({ receipt, state, code }) => ({
        receipt,
        arrived: state === 'delivered',
        code,
      }))
    },
    acknowledge: async (receipts) => {
      const body = JSON.stringify({ receipts })
      const answer = await sendSigned(key, { method: 'POST', url, body })
      if (!answer.ok) throw new Error(`The gateway answered ${answer.status}`)
    },
  }
}

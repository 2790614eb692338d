import type { LightMyRequestResponse } from 'fastify'
import { Problem } from '../../../contract/shared.ts'
import { statusOf } from '../../../server/http/violation-status.ts'

const INNER = [
  /\bat [^\n]*:\d+:\d+/,
  /node_modules|node:internal|\/server\/|\.(?:ts|mjs):/,
  /\b(?:syntax error|violates|relation "|column "|invalid byte sequence|invalid input syntax)/i,
  /ECONN|ENOENT|EACCES|SQLSTATE|FST_ERR|postgres/i,
  /\[object |undefined[，。：]|NaN [年月日天件]/,
]

/** What is wrong with an answer to a request that may be anything at all; undefined: nothing. */
export function faultOf(
  answer: LightMyRequestResponse,
  codes: ReadonlySet<string>,
): string | undefined {
  const { statusCode, headers, body } = answer
  if (statusCode >= 500) return `answered ${statusCode}: ${body.slice(0, 300)}`
  if (headers['x-content-type-options'] !== 'nosniff') return 'without nosniff'
  if (headers['content-security-policy'] === undefined) return 'without a policy'
  if (statusCode < 400) return undefined
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    return `a ${statusCode} that is no problem+json: ${body.slice(0, 200)}`
  const parsed = Problem.safeParse(JSON.parse(body))
  if (!parsed.success) return `no problem: ${body.slice(0, 200)}`
  const { code, detail, status } = parsed.data
  if (status !== statusCode) return `says ${status} and is ${statusCode}`
  if (!codes.has(code)) return `unknown code ${code}`
  if (statusOf(code as never) !== statusCode) return `${code} with ${statusCode}`
  if (!/[\u4e00-\u9fff]{4}/.test(detail)) return `no Chinese: ${detail}`
  const inner = INNER.find((pattern) => pattern.test(detail))
  return inner ? `tells of the inside (${inner.source}): ${detail.slice(0, 300)}` : undefined
}

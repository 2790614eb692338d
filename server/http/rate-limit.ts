import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '../../contract/operation.ts'
import { RequestRefused } from './refusal.ts'
import type { Session } from './session.ts'
import { type Allowance, createTokenBuckets, type TokenBuckets } from './token-bucket.ts'

/** What a request is counted as. Signing in has limits of its own (server/access/session-routes.ts). */
export type LimitClass =
  | 'stranger'
  | 'stranger-draft'
  | 'stranger-upload'
  | 'lookup'
  | 'code'
  | 'read'
  | 'command'
  | 'upload'
  | 'export'

/**
 * Requests at once, and a second from then on: of an account, before signing in of an address, or of a code. A hall of
 * 1,200 people has one address; the busiest clerk of 200 applications a day comes nowhere near any of these.
 */
export const ALLOWANCES: Readonly<Record<LimitClass, Allowance>> = {
  stranger: { burst: 3_000, perSecond: 100 },
  // Nobody has to sign in to fill in a form: what one address may leave behind is bounded all the same.
  'stranger-draft': { burst: 200, perSecond: 0.1 },
  'stranger-upload': { burst: 600, perSecond: 0.5 },
  lookup: { burst: 120, perSecond: 2 },
  code: { burst: 30, perSecond: 0.2 },
  read: { burst: 600, perSecond: 20 },
  command: { burst: 200, perSecond: 5 },
  upload: { burst: 400, perSecond: 2 },
  export: { burst: 20, perSecond: 0.05 },
}
/** Live feeds of one account on one server: one a tab. */
const FEEDS_AT_ONCE = 20

/** Whoever has a code proves nothing else: guessing one must not pay. */
const LOOKUPS: readonly string[] = [
  'verifyCode',
  'verifyFile',
  'lookUpProgress',
  'lookUpEnquiry',
  'readRatingLink',
  'rateByLink',
  'checkInBooking',
]
const OWN_LIMITS: readonly string[] = [
  'signIn',
  'signOut',
  'changePassword',
  'appointFirstAdministrator',
]

export type RateLimit = (
  operation: Operation,
  visitor: Session | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
) => void

/** Throws RequestRefused (too-many-attempts) over the allowance × `factor`. Factor 0: no limits (a bench, a rehearsal). */
export function createRateLimit(factor: number, now: () => number = Date.now): RateLimit {
  if (factor === 0) return () => undefined
  const buckets = new Map<LimitClass, TokenBuckets>()
  for (const [name, { burst, perSecond }] of Object.entries(ALLOWANCES))
    buckets.set(
      name as LimitClass,
      createTokenBuckets({ burst: burst * factor, perSecond: perSecond * factor }, { now }),
    )
  const holdFeed = createFeedLimit(FEEDS_AT_ONCE * factor)
  const wait = (name: LimitClass, key: string) => buckets.get(name)?.take(key) ?? 0
  return (operation, visitor, request, reply) => {
    if (OWN_LIMITS.includes(operation.operationId)) return
    const { ip, params } = request
    const seconds = LOOKUPS.includes(operation.operationId)
      ? Math.max(
          wait('lookup', visitor?.actor.accountId ?? ip),
          ...codesIn(params).map((code) => wait('code', code)),
        )
      : visitor === undefined
        ? Math.max(...classesOfStranger(operation).map((name) => wait(name, ip)))
        : wait(classOf(operation), visitor.actor.accountId)
    if (seconds > 0) throw tooMany(Math.ceil(seconds))
    if (operation.answers === 'stream' && visitor) holdFeed(visitor.actor.accountId, reply)
  }
}

function classesOfStranger({ operationId, sends }: Operation): readonly LimitClass[] {
  if (operationId === 'startApplicationDraft') return ['stranger', 'stranger-draft']
  return sends === 'multipart' ? ['stranger', 'stranger-upload'] : ['stranger']
}

export function classOf({
  method,
  path,
  sends,
}: Pick<Operation, 'method' | 'path' | 'sends'>): LimitClass {
  if (/\/exports?$/.test(path)) return 'export'
  if (sends === 'multipart') return 'upload'
  return method === 'GET' ? 'read' : 'command'
}

// As it is stored, so that hyphens and cases are no way round.
function codesIn(params: unknown): string[] {
  const { code } = params as { readonly code?: unknown }
  if (typeof code !== 'string') return []
  return [
    code
      .slice(0, 100)
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, ''),
  ]
}

function createFeedLimit(most: number) {
  const open = new Map<string, number>()
  return (accountId: string, reply: FastifyReply): void => {
    const feeds = open.get(accountId) ?? 0
    if (feeds >= most) throw tooMany(60)
    open.set(accountId, feeds + 1)
    reply.raw.once('close', () => {
      const left = (open.get(accountId) ?? 1) - 1
      if (left > 0) open.set(accountId, left)
      else open.delete(accountId)
    })
  }
}

function tooMany(seconds: number): RequestRefused {
  return new RequestRefused({
    code: 'too-many-attempts',
    sentence: `操作过于频繁，请 ${seconds} 秒后再试；已经提交的内容不受影响。`,
    retryAfterSeconds: seconds,
  })
}

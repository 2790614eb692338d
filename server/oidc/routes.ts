import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beginOidc, endOidc } from '../../contract/citizen-accounts.ts'
import type { Assurance } from '../../domain/access/assurance.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { beginFlow, endFlow, FLOW_MINUTES } from './flows.ts'
import type { OidcSetting } from './oidc-setting.ts'
import { personOfClaims } from './person-of-claims.ts'
import { createProvider, failureOf } from './provider.ts'

export type VouchedPerson = {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly identity: string
  readonly assurance: Assurance
  readonly evidence: string
}

export type OidcOptions = {
  readonly setting: OidcSetting
  readonly portalUrl: string
  /** Signs the person in, in this browser, under a new session. */
  readonly admit: (
    person: VouchedPerson,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<void>
}

/** What the sign-in page is told in its address; it has the words. */
export type SignInProblem =
  | 'provider-unavailable'
  | 'provider-refused'
  | 'sign-in-expired'
  | 'identity-not-supplied'
  | 'level-too-low'

export const OIDC_START = '/api/oidc/start'
const CALLBACK = '/api/oidc/callback'
const COOKIE = 'yichuang-oidc'

/** Signing in through the identity provider: out with state, nonce and PKCE, back once and in the same browser. */
export function oidcRoutes(
  http: FastifyInstance,
  context: HttpContext,
  options: OidcOptions | null,
): void {
  const { db, regionCode, secureCookies } = context
  const NOT_SET = refuse('provider-not-set', '本系统没有接入统一身份认证，请用账号和密码登录。')
  const provider =
    options === null ? null : createProvider(options.setting, `${options.portalUrl}${CALLBACK}`)
  // Lax: the provider sends the browser back from another site.
  const cookie = {
    path: '/api/oidc',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: secureCookies,
  }

  registerOperation(http, context, beginOidc, async ({ query, reply, request }) => {
    if (provider === null) return NOT_SET
    try {
      const flow = await beginFlow(db, regionCode, safePath(query.next))
      const address = await provider.addressOf(flow)
      void reply.setCookie(COOKIE, flow.browser, { ...cookie, maxAge: FLOW_MINUTES * 60 })
      return go(reply, address.href)
    } catch (error) {
      request.log.warn(failureOf(error), 'the identity provider could not be asked')
      return go(reply, problemPage('provider-unavailable'))
    }
  })

  registerOperation(http, context, endOidc, async ({ query, request, reply }) => {
    if (provider === null || options === null) return NOT_SET
    const browser = request.cookies[COOKIE]
    void reply.clearCookie(COOKIE, cookie)
    const { state } = query
    const flow =
      browser === undefined || state === undefined
        ? undefined
        : await endFlow(db, regionCode, { state, browser })
    if (flow === undefined) return go(reply, problemPage('sign-in-expired'))
    const current = new URL(request.url, options.portalUrl)
    const heard = await provider.claimsOf(current, flow).catch((error: unknown) => {
      const failure = failureOf(error)
      request.log.warn(failure, 'a sign-in through the identity provider failed')
      return failure.isAway ? ('provider-unavailable' as const) : ('provider-refused' as const)
    })
    if (typeof heard === 'string') return go(reply, problemPage(heard))
    const { issuer, subject, said } = heard
    const today = localDateOf(context.clock(regionCode))
    const person = personOfClaims(said, options.setting.claims, today)
    if (typeof person === 'string') return go(reply, problemPage(person))
    await options.admit({ issuer, subject, ...person }, request, reply)
    return go(reply, flow.next)
  })
}

function go(reply: FastifyReply, address: string) {
  void reply.header('cache-control', 'no-store').redirect(address)
  return { ok: true as const, hijacked: true as const }
}

function problemPage(problem: SignInProblem): string {
  return `/sign-in?problem=${problem}`
}

/** An address of this site only. */
function safePath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in')
    ? next
    : '/my'
}

import type { FastifyInstance } from 'fastify'
import { endVisit } from '../../contract/session.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'
import { clearOwnCookies, sessionCookieOf } from '../http/session-cookie.ts'
import { recordSignIn } from './sign-in.ts'

/** A kiosk after each visitor: whoever was signed in is not any more, and the next one finds nobody's drafts. */
export function endVisitRoute(http: FastifyInstance, context: HttpContext): void {
  const { db, sessions } = context
  registerOperation(http, context, endVisit, async ({ visitor, request, reply }) => {
    const cookie = sessionCookieOf(request, context)
    if (cookie !== undefined) await sessions.close(cookie)
    clearOwnCookies(request, reply, context)
    if (visitor)
      await recordSignIn(db, {
        regionCode: visitor.regionCode,
        accountId: visitor.actor.accountId,
        outcome: 'signed-out',
        address: request.ip,
      })
    return { ok: true, value: {} }
  })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '../../contract/session.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { HttpContext } from '../http/http-context.ts'
import { sessionCookieOf, setSessionCookie } from '../http/session-cookie.ts'
import { meOf } from './me.ts'

/** A new session under a new cookie: whatever the browser brought along opens nothing any more. */
export async function beginSession(
  context: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: AccountId,
): Promise<Me> {
  const { sessions, regionCode } = context
  const before = sessionCookieOf(request, context)
  if (before !== undefined) await sessions.close(before)
  const cookie = await sessions.open(regionCode, accountId)
  const session = await sessions.read(cookie)
  if (!session) throw new Error('The session just opened cannot be read')
  setSessionCookie(reply, context, cookie)
  return meOf(session, context)
}

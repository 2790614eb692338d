import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  appointFirstAdministrator as appointOperation,
  changePassword,
  demonstrationCast,
  type Me,
  signIn,
  signOut,
  whoAmI,
} from '../../contract/session.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { type Answer, registerOperation } from '../http/register-operation.ts'
import { clearSessionCookie, sessionCookieOf } from '../http/session-cookie.ts'
import { createTokenBuckets } from '../http/token-bucket.ts'
import { beginSession } from './begin-session.ts'
import { changeOwnPassword } from './change-password.ts'
import { listDemonstration } from './demonstration-cast.ts'
import { endVisitRoute } from './end-visit-route.ts'
import { createFairQueue } from './fair-queue.ts'
import { appointFirstAdministrator } from './first-administrator.ts'
import { meOf } from './me.ts'
import { createNameTurns } from './name-turns.ts'
import { checkSignIn, recordSignIn } from './sign-in.ts'
import { usernameOf } from './sign-in-lock.ts'

/** Enough to keep the hashing busy; half of the database's connections stay free for those who are in already. */
const SIGN_INS_AT_ONCE = 8
/** Of one name from one address; after five wrong passwords the name is locked wherever they came from. */
const OF_A_NAME = { burst: 20, perSecond: 0.5 } as const
/** A hall of 1,200 people has one address, and all of them come at eight o'clock. */
const OF_AN_ADDRESS = { burst: 1_500, perSecond: 10 } as const

/** Signing in and out, one's own password, the demonstration's cast, the first administrator. */
export function sessionRoutes(http: FastifyInstance, context: HttpContext): void {
  const { db, sessions, regionCode, demonstration } = context
  const perName = createTokenBuckets(OF_A_NAME)
  const perAddress = createTokenBuckets(OF_AN_ADDRESS)
  const turns = createFairQueue(SIGN_INS_AT_ONCE)
  const inTurn = createNameTurns()

  function tooMany({ ip }: FastifyRequest, name: string) {
    const wait = Math.max(perAddress.take(ip), perName.take(`${ip} ${name}`))
    if (wait === 0) return undefined
    return refuse('too-many-attempts', `尝试过于频繁，请 ${Math.ceil(wait)} 秒后再试。`, {
      retryAfterSeconds: wait,
    })
  }

  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    accountId: AccountId,
  ): Promise<Answer<Me>> {
    return { ok: true, value: await beginSession(context, request, reply, accountId) }
  }

  registerOperation(http, context, signIn, async ({ body, request, reply }) => {
    const name = usernameOf(body.username)
    const limited = tooMany(request, name)
    if (limited) return limited
    return await inTurn(name, () =>
      turns.run(request.ip, async () => {
        const checked = await checkSignIn(db, { regionCode, ...body, address: request.ip })
        return checked.ok ? await begin(request, reply, checked.accountId) : checked
      }),
    )
  })

  registerOperation(http, context, signOut, async ({ session, request, reply }) => {
    await sessions.close(sessionCookieOf(request, context) ?? '')
    clearSessionCookie(reply, context)
    await recordSignIn(db, {
      regionCode: session.regionCode,
      accountId: session.actor.accountId,
      outcome: 'signed-out',
      address: request.ip,
    })
    return { ok: true, value: {} }
  })

  endVisitRoute(http, context)

  registerOperation(http, context, whoAmI, async ({ session }) => {
    return await Promise.resolve({ ok: true, value: meOf(session, context) })
  })

  registerOperation(http, context, changePassword, async ({ session, body, request }) => {
    const limited = tooMany(request, session.username)
    if (limited) return limited
    const changed = await changeOwnPassword(db, session, body)
    if (!changed.ok) return changed
    const { regionCode: region, actor } = session
    await sessions.closeAll(region, actor.accountId, sessionCookieOf(request, context))
    const subjectId = actor.accountId
    await recordAccess(db, region, { action: 'password-changed', actor, subjectId })
    return { ok: true, value: {} }
  })

  registerOperation(http, context, demonstrationCast, async () => {
    if (!demonstration) return { ok: true, value: { password: null, people: [] } }
    const people = await listDemonstration(db, regionCode)
    return { ok: true, value: { password: demonstration.password, people } }
  })

  registerOperation(http, context, appointOperation, async ({ body, request, reply }) => {
    const limited = tooMany(request, '')
    if (limited) return limited
    const appointed = await appointFirstAdministrator(db, regionCode, body)
    if (!appointed.ok) return appointed
    const answer = await begin(request, reply, appointed.accountId)
    await recordAccess(db, regionCode, {
      action: 'first-administrator-appointed',
      actor: {
        accountId: appointed.accountId,
        name: body.name,
        role: 'system-admin',
        body: 'administration',
      },
      subjectId: appointed.accountId,
    })
    return answer
  })
}

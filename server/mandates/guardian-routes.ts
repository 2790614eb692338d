import type { FastifyInstance } from 'fastify'
import { confirmGuardianship, findGuardianships } from '../../contract/mandates.ts'
import { PERSON_IDENTITY_TYPES } from '../../domain/application/applicant.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { settleMandate } from './change-mandate.ts'
import { loadMandate, waitingGuardianships } from './load-mandate.ts'
import { audit, type MandateContext, viewOf } from './mandate-context.ts'

/** At the window: the clerk has the household register or the judgment in hand. */
export function guardianRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: MandateContext,
): void {
  const { db, clock } = httpContext
  registerOperation(http, httpContext, findGuardianships, async ({ body, session }) => {
    const { regionCode, actor } = session
    const number = body.wardIdentityNumber.replaceAll(/\s/g, '').toUpperCase()
    const today = localDateOf(clock(regionCode))
    const found = (
      await Promise.all(
        PERSON_IDENTITY_TYPES.map(
          async (type) => await waitingGuardianships(db, regionCode, `${type}:${number}`),
        ),
      )
    ).flat()
    await audit(httpContext, session, 'guardianship-looked-up', found[0]?.mandateId ?? 'none', {
      found: String(found.length),
    })
    return {
      ok: true,
      value: { mandates: found.map((mandate) => viewOf(context, mandate, actor, today)) },
    }
  })

  registerOperation(http, httpContext, confirmGuardianship, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const mandate = await loadMandate(db, regionCode, params.mandateId)
    if (mandate === null || mandate.kind !== 'guardian')
      return refuse('mandate-not-found', '没有这份监护登记，请核对被监护人的证件号码。')
    const at = clock(regionCode)
    const state = body.confirmed ? 'accepted' : 'declined'
    const settled = { state, agentAccount: mandate.agentAccount, at } as const
    if (!(await settleMandate(db, regionCode, params.mandateId, settled)))
      return refuse('mandate-settled', '这份监护登记已经核验过了，请刷新页面查看。')
    await audit(httpContext, session, 'guardianship-confirmed', params.mandateId, {
      state,
      seen: body.seen,
    })
    const now = await loadMandate(db, regionCode, params.mandateId)
    return {
      ok: true,
      value: viewOf(context, now ?? mandate, actor, localDateOf(at)),
    }
  })
}

import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/mandates.ts'
import { identityOf, type IdentityType } from '../../domain/application/applicant.ts'
import { comesOfAgeOn } from '../../domain/mandate/age.ts'
import {
  type Mandate,
  MANDATE_ACT_NAME,
  MANDATE_ACTS,
  type MandateAct,
} from '../../domain/mandate/mandate.ts'
import type { MandateRefusal } from '../../domain/mandate/mandate-allows.ts'
import { MANDATE_REFUSAL_SENTENCE } from '../../domain/mandate/mandate-words.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { revokeMandate, settleMandate } from './change-mandate.ts'
import { loadMandate, mandatesOf } from './load-mandate.ts'
import {
  audit,
  isParty,
  type MandateContext,
  NOT_FOUND,
  tooLow,
  viewOf,
} from './mandate-context.ts'
import { offerMandate } from './offer-mandate.ts'

const SETTLED = refuse('mandate-settled', '这份授权已经处理过了，请刷新页面查看。')
const USES = `
  select at, act, item_id as "itemId", application_id as "applicationId", refusal from mandate_use
   where region_code = $1 and mandate_id = $2 order by at desc, use_id desc limit 500`

/** Mandates: offered, accepted, revoked, and what they were used for. Guardianships are confirmed at a window. */
export function mandateRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: MandateContext,
): void {
  const { db, clock } = httpContext
  const view = (mandate: Mandate, { actor, regionCode }: Session) =>
    viewOf(context, mandate, actor, localDateOf(clock(regionCode)))

  registerOperation(http, httpContext, contract.listMandates, async ({ session }) => {
    const all = await mandatesOf(db, session.regionCode, session.actor.identity ?? '')
    return { ok: true, value: { mandates: all.map((mandate) => view(mandate, session)) } }
  })

  registerOperation(http, httpContext, contract.offerMandate, async ({ body, session }) => {
    const { actor } = session
    const identity = actor.identity ?? ''
    const isCompany = identity.startsWith('credit-code:')
    const unknown = body.items?.find((itemId) => context.reference.findItem(itemId) === undefined)
    if (unknown !== undefined) return refuse('unknown-item', '没有这个事项，请从事项清单中选择。')
    return await offerMandate(httpContext, context, session, {
      mandateId: body.mandateId,
      kind: isCompany ? 'enterprise' : 'agent',
      role: body.role,
      state: 'offered',
      principal: { kind: isCompany ? 'company' : 'person', name: actor.name, identity },
      agent: partyOf(body.agent),
      agentAccount: null,
      ground: null,
      items: body.items,
      acts: [...new Set<MandateAct>(body.acts)],
      from: body.from as LocalDate,
      until: body.until as LocalDate | null,
      endedAt: null,
    })
  })

  registerOperation(http, httpContext, contract.declareGuardianship, async ({ body, session }) => {
    const { actor, regionCode } = session
    const ward = partyOf(body.ward)
    const adultOn = body.ground === 'minor' ? comesOfAgeOn(ward.identity) : null
    return await offerMandate(httpContext, context, session, {
      mandateId: body.mandateId,
      kind: 'guardian',
      role: 'guardian',
      state: 'offered',
      principal: { kind: 'person', ...ward },
      agent: { name: actor.name, identity: actor.identity ?? '' },
      // The window confirms this very account's declaration.
      agentAccount: actor.accountId,
      ground: body.ground,
      items: null,
      acts: MANDATE_ACTS,
      from: localDateOf(clock(regionCode)),
      until: (body.until as LocalDate | null) ?? (adultOn === null ? null : addDays(adultOn, -1)),
      endedAt: null,
    })
  })

  registerOperation(
    http,
    httpContext,
    contract.answerMandate,
    async ({ params, body, session }) => {
      const { actor, regionCode } = session
      const low = tooLow(session)
      if (low !== null) return low
      const mandate = await loadMandate(db, regionCode, params.mandateId)
      // A guardianship is the window's to confirm, never the guardian's own.
      if (mandate === null || mandate.agent.identity !== actor.identity) return NOT_FOUND
      if (mandate.kind === 'guardian') return NOT_FOUND
      if ((await context.accountsWith(regionCode, mandate.agent.identity)) > 1)
        return refuse(
          'identity-shared',
          '有另一个账号使用了同一个证件号码，暂不能接受授权。请持证件到窗口核实。',
        )
      const state = body.accept ? 'accepted' : 'declined'
      const at = clock(regionCode)
      const settled = { state, agentAccount: actor.accountId, at } as const
      if (!(await settleMandate(db, regionCode, params.mandateId, settled))) return SETTLED
      await audit(httpContext, session, 'mandate-answered', params.mandateId, { state })
      const now = await loadMandate(db, regionCode, params.mandateId)
      return now === null ? NOT_FOUND : { ok: true, value: view(now, session) }
    },
  )

  registerOperation(http, httpContext, contract.revokeMandate, async ({ params, session }) => {
    const { actor, regionCode } = session
    const mandate = await loadMandate(db, regionCode, params.mandateId)
    if (mandate === null || !isParty(mandate, actor)) return NOT_FOUND
    if (!(await revokeMandate(db, regionCode, params.mandateId, clock(regionCode)))) return SETTLED
    await audit(httpContext, session, 'mandate-revoked', params.mandateId, {})
    const now = await loadMandate(db, regionCode, params.mandateId)
    return now === null ? NOT_FOUND : { ok: true, value: view(now, session) }
  })

  registerOperation(http, httpContext, contract.listMandateUses, async ({ params, session }) => {
    const { actor, regionCode } = session
    const mandate = await loadMandate(db, regionCode, params.mandateId)
    if (mandate === null || !isParty(mandate, actor)) return NOT_FOUND
    const uses = await db.query<UseRow>(USES, [regionCode, params.mandateId])
    return {
      ok: true,
      value: {
        uses: uses.map(({ at, act, itemId, applicationId, refusal }) => ({
          at,
          act,
          actName: MANDATE_ACT_NAME[act],
          itemName: itemId === null ? null : (context.reference.findItem(itemId)?.name ?? null),
          applicationId,
          refusal: refusal === null ? null : MANDATE_REFUSAL_SENTENCE[refusal],
        })),
      },
    }
  })
}

type UseRow = {
  readonly at: string
  readonly act: MandateAct
  readonly itemId: string | null
  readonly applicationId: string | null
  readonly refusal: MandateRefusal | null
}

function partyOf(person: {
  readonly name: string
  readonly identityType: IdentityType
  readonly identityNumber: string
}) {
  const identityNumber = person.identityNumber.replaceAll(/\s/g, '').toUpperCase()
  return {
    name: person.name,
    identity: identityOf({ identityType: person.identityType, identityNumber }),
  }
}

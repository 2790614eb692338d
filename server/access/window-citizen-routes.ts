import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/citizen-accounts.ts'
import { ASSURANCE_NAME } from '../../domain/access/assurance.ts'
import { checkIdentity } from '../../domain/access/check-identity.ts'
import { identityOf, type IdentityType } from '../../domain/application/applicant.ts'
import { maskName, maskPhone } from '../../domain/identifiers/mask.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { CitizenOptions } from './citizen-options.ts'
import { findCitizenByIdentity, type CitizenRow } from './citizen-rows.ts'
import { type ClaimRow, listClaims, settleClaim } from './identity-claims.ts'
import { verifyAtWindow } from './verify-citizen.ts'

/** What the window settles about citizens' accounts, with the original on the counter. Every look is audited. */
export function windowCitizenRoutes(
  http: FastifyInstance,
  context: HttpContext,
  options: Pick<CitizenOptions, 'tell'>,
): void {
  const { db, sessions } = context

  function identityTyped(
    region: number,
    typed: { readonly identityType: IdentityType; readonly identityNumber: string },
  ): { ok: true; identity: string } | { ok: false; violation: Refusal } {
    const today = localDateOf(context.clock(region))
    const checked = checkIdentity(typed.identityType, typed.identityNumber, today)
    if (!checked.ok)
      return refuse('invalid-input', `${checked.sentence}。`, {
        fields: [{ field: '证件号码', message: checked.sentence }],
      })
    const { value: identityNumber } = checked
    return { ok: true, identity: identityOf({ ...typed, identityNumber }) }
  }

  registerOperation(http, context, contract.lookUpCitizen, async ({ body, session }) => {
    const { regionCode, actor } = session
    const typed = identityTyped(regionCode, body)
    if (!typed.ok) return typed
    const citizen = await findCitizenByIdentity(db, regionCode, typed.identity)
    const claims = await listClaims(db, regionCode, typed.identity)
    const subjectId = citizen?.accountId ?? null
    await recordAccess(db, regionCode, { action: 'citizen-looked-up', actor, subjectId })
    return {
      ok: true,
      value: { account: citizen ? foundOf(citizen) : null, claims: claims.map(claimOf) },
    }
  })

  registerOperation(http, context, contract.verifyCitizen, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const typed = identityTyped(regionCode, body)
    if (!typed.ok) return typed
    const { commandId, name, evidence } = body
    const { accountId } = params
    const verified = await verifyAtWindow(db, regionCode, {
      accountId,
      commandId,
      identity: typed.identity,
      name,
      evidence,
      clerk: actor.accountId,
    })
    if (!verified.ok) return verified
    const { citizen, isNew } = verified
    if (isNew) {
      sessions.forget(accountId as AccountId)
      const detail = { evidence, assurance: citizen.assurance }
      const action = 'citizen-verified'
      await recordAccess(db, regionCode, { action, actor, subjectId: accountId, detail })
      await options.tell('identity-verified', { accountId, name: citizen.name, key: commandId })
    }
    return { ok: true, value: foundOf(citizen) }
  })

  registerOperation(http, context, contract.settleIdentityClaim, async (input) => {
    const { params, body, session } = input
    const { regionCode, actor } = session
    const settled = await settleClaim(db, regionCode, {
      claimId: params.claimId,
      ...body,
      clerk: actor.accountId,
    })
    if (!settled.ok) return settled
    const { claim, holder, accountId, isNew } = settled
    if (isNew) {
      for (const one of [holder, accountId]) if (one !== null) sessions.forget(one as AccountId)
      await recordAccess(db, regionCode, {
        action: 'identity-claim-settled',
        actor,
        subjectId: holder,
        detail: { claim: claim.number, outcome: body.outcome, account: accountId ?? '' },
      })
    }
    return { ok: true, value: claimOf(claim) }
  })
}

function foundOf({ accountId, name, phone, assurance, registeredAt }: CitizenRow) {
  return {
    accountId,
    name: maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    assurance,
    assuranceName: ASSURANCE_NAME[assurance],
    registeredAt,
  }
}

function claimOf({ claimId, number, name, phone, madeAt, state }: ClaimRow) {
  return { claimId, number, name: maskName(name), phone: maskPhone(phone), madeAt, state }
}

import { checkCreditCode } from '../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../domain/identifiers/id-card.ts'
import { faultOfMandate } from '../../domain/mandate/check-mandate.ts'
import type { Mandate } from '../../domain/mandate/mandate.ts'
import { MANDATE_FAULT_SENTENCE } from '../../domain/mandate/mandate-words.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { insertMandate } from './change-mandate.ts'
import { loadMandate } from './load-mandate.ts'
import {
  audit,
  isParty,
  type MandateContext,
  NOT_FOUND,
  tooLow,
  viewOf,
} from './mandate-context.ts'

/** Offered once however often it is sent. */
export async function offerMandate(
  httpContext: HttpContext,
  context: MandateContext,
  session: Session,
  mandate: Mandate,
) {
  const { db, clock } = httpContext
  const { actor, regionCode } = session
  const low = tooLow(session)
  if (low !== null) return low
  const at = clock(regionCode)
  const today = localDateOf(at)
  const number = numberFault(mandate.kind === 'guardian' ? mandate.principal : mandate.agent, today)
  if (number !== null) return refuse('mandate-faulty', number)
  const fault = faultOfMandate(mandate, today)
  if (fault !== null) return refuse('mandate-faulty', MANDATE_FAULT_SENTENCE[fault])
  if ((await context.accountsWith(regionCode, actor.identity ?? '')) > 1)
    return refuse(
      'identity-shared',
      '有另一个账号使用了同一个证件号码，暂不能办理授权。请持证件到窗口核实。',
    )
  const inserted = await insertMandate(db, regionCode, mandate, { accountId: actor.accountId, at })
  if (inserted)
    await audit(httpContext, session, 'mandate-offered', mandate.mandateId, { kind: mandate.kind })
  const kept = await loadMandate(db, regionCode, mandate.mandateId)
  // Sent again it is one; the id of somebody else's mandate is none.
  return kept === null || !isParty(kept, actor)
    ? NOT_FOUND
    : { ok: true as const, value: viewOf(context, kept, actor, today) }
}

function numberFault({ identity }: { readonly identity: string }, today: LocalDate): string | null {
  const [type = '', number = ''] = identity.split(':')
  const checked =
    type === 'id-card'
      ? checkIdCard(number, today)
      : type === 'credit-code'
        ? checkCreditCode(number)
        : null
  return checked === null || checked.ok ? null : `${checked.sentence}。`
}

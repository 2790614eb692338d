import type { MandateView } from '../../contract/mandates.ts'
import type { IdentityType } from '../../domain/application/applicant.ts'
import { maskIdentity } from '../../domain/identifiers/mask.ts'
import { type Mandate, MANDATE_ROLE_NAME } from '../../domain/mandate/mandate.ts'
import { standingOf } from '../../domain/mandate/mandate-allows.ts'
import { MANDATE_REFUSAL_SENTENCE } from '../../domain/mandate/mandate-words.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'

export type ViewedMandate = {
  readonly mandate: Mandate
  readonly actor: Actor
  readonly today: LocalDate
  readonly itemName: (itemId: string) => string
}

/** A mandate as one of its two sides sees it: numbers are masked, but for who has to fill them in. */
export function mandateView({ mandate, actor, today, itemName }: ViewedMandate): MandateView {
  const { principal, agent, kind, state } = mandate
  const refusal = standingOf(mandate, today)
  const isAgent = actor.identity === agent.identity
  const holds = isAgent && refusal === null && mandate.agentAccount === actor.accountId
  const [principalType, principalNumber] = parts(principal.identity)
  const [agentType, agentNumber] = parts(agent.identity)
  return {
    mandateId: mandate.mandateId,
    kind,
    state,
    isInForce: refusal === null,
    why: refusal === null ? '' : MANDATE_REFUSAL_SENTENCE[refusal],
    principal: {
      kind: principal.kind,
      name: principal.name,
      identityType: principalType,
      identityNumber: holds ? principalNumber : maskIdentity(principalType, principalNumber),
    },
    agent: {
      name: agent.name,
      identityType: agentType,
      identityNumber: maskIdentity(agentType, agentNumber),
    },
    role: mandate.role,
    roleName: MANDATE_ROLE_NAME[mandate.role],
    ground: mandate.ground,
    items:
      mandate.items === null
        ? null
        : mandate.items.map((itemId) => ({ itemId, name: itemName(itemId) })),
    acts: [...mandate.acts],
    from: mandate.from,
    until: mandate.until,
    mayAnswer: isAgent && state === 'offered' && kind !== 'guardian',
    mayRevoke:
      (state === 'offered' || state === 'accepted') &&
      (isAgent || actor.identity === principal.identity),
    isAgent,
  }
}

function parts(identity: string): [IdentityType, string] {
  const at = identity.indexOf(':')
  return [identity.slice(0, at) as IdentityType, identity.slice(at + 1)]
}

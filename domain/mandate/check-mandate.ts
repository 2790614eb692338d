import type { LocalDate } from '../shared/ids.ts'
import { addYears } from '../shared/local-date.ts'
import { bornOnOf, isMinor } from './age.ts'
import type { Mandate } from './mandate.ts'

/** Years that a person's mandate to an agent may last. No law says so: 待业主确认. */
const LONGEST_YEARS = 2

export type MandateFault =
  | 'to-oneself'
  | 'agent-is-no-person'
  | 'agent-not-of-age'
  | 'principal-not-of-age'
  | 'ends-before-it-begins'
  | 'ended-already'
  | 'end-required'
  | 'too-long'
  | 'role-of-enterprise'
  | 'role-of-person'
  | 'ward-of-age'
  | 'ward-age-unknown'

export type OfferedMandate = Pick<
  Mandate,
  'kind' | 'role' | 'principal' | 'agent' | 'ground' | 'from' | 'until'
>

/** What is wrong with a mandate before it is offered; null: nothing. */
export function faultOfMandate(mandate: OfferedMandate, today: LocalDate): MandateFault | null {
  const { principal, agent } = mandate
  if (principal.identity === agent.identity) return 'to-oneself'
  if (agent.identity.startsWith('credit-code:')) return 'agent-is-no-person'
  if (isMinor(agent.identity, today)) return 'agent-not-of-age'
  return (
    (mandate.kind === 'guardian' ? faultOfWard(mandate, today) : faultOfRole(mandate, today)) ??
    faultOfPeriod(mandate, today)
  )
}

function faultOfRole({ principal, role }: OfferedMandate, today: LocalDate): MandateFault | null {
  if (principal.kind === 'company') return role === 'agent' ? 'role-of-person' : null
  if (role !== 'agent') return 'role-of-enterprise'
  // A minor's declaration of will needs the guardian's consent (Civil Code art. 19, 145).
  return isMinor(principal.identity, today) ? 'principal-not-of-age' : null
}

function faultOfWard({ principal, ground }: OfferedMandate, today: LocalDate): MandateFault | null {
  if (ground !== 'minor') return null
  if (bornOnOf(principal.identity) === null) return 'ward-age-unknown'
  return isMinor(principal.identity, today) ? null : 'ward-of-age'
}

function faultOfPeriod(
  { kind, from, until }: OfferedMandate,
  today: LocalDate,
): MandateFault | null {
  if (until === null) return kind === 'agent' ? 'end-required' : null
  if (until < from) return 'ends-before-it-begins'
  if (until < today) return 'ended-already'
  return kind === 'agent' && until > addYears(from, LONGEST_YEARS) ? 'too-long' : null
}

import type { Actor } from '../shared/actor.ts'
import type { LocalDate } from '../shared/ids.ts'
import { comesOfAgeOn } from './age.ts'
import type { Mandate, MandateAct } from './mandate.ts'

/** Why a mandate does not carry an act. Permanent codes, written into the use log. */
export type MandateRefusal =
  | 'not-the-agent'
  | 'other-principal'
  | 'not-accepted'
  | 'revoked'
  | 'not-yet-begun'
  | 'expired'
  | 'ward-of-age'
  | 'item-not-covered'
  | 'act-not-covered'

export type MandateAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: MandateRefusal }

export type MandateQuestion = {
  readonly actor: Pick<Actor, 'accountId' | 'identity'>
  /** `id-card:…` of whom the application is for. */
  readonly applicantIdentity: string
  readonly itemId: string
  /** Today in China, at the very moment of the act: not the day the filling began. */
  readonly on: LocalDate
  readonly act: MandateAct
}

/**
 * May this person do this act for that applicant, today? The agent is the account that accepted, not whoever has the same
 * number. A guardianship of a minor ends on the eighteenth birthday (Civil Code art. 17, 39).
 */
export function mandateAllows(mandate: Mandate, question: MandateQuestion): MandateAnswer {
  const why = refusalOf(mandate, question)
  return why === null ? { ok: true } : { ok: false, why }
}

function refusalOf(mandate: Mandate, question: MandateQuestion): MandateRefusal | null {
  const { actor, applicantIdentity, itemId, on, act } = question
  if (actor.identity !== mandate.agent.identity) return 'not-the-agent'
  if (mandate.agentAccount !== null && actor.accountId !== mandate.agentAccount)
    return 'not-the-agent'
  if (applicantIdentity !== mandate.principal.identity) return 'other-principal'
  const standing = standingOf(mandate, on)
  if (standing !== null) return standing
  if (mandate.items !== null && !mandate.items.includes(itemId)) return 'item-not-covered'
  return covers(mandate.acts, act) ? null : 'act-not-covered'
}

/** Who may apply may also see the application and bring in what it needs. */
function covers(acts: readonly MandateAct[], act: MandateAct): boolean {
  return acts.includes(act) || (acts.includes('apply') && (act === 'correct' || act === 'read'))
}

/** Why the mandate as such is not in force on that day; null: it is. */
export function standingOf(mandate: Mandate, on: LocalDate): MandateRefusal | null {
  if (mandate.state === 'revoked') return 'revoked'
  if (mandate.state !== 'accepted' || mandate.agentAccount === null) return 'not-accepted'
  if (on < mandate.from) return 'not-yet-begun'
  if (mandate.until !== null && on > mandate.until) return 'expired'
  if (mandate.ground !== 'minor') return null
  const adultOn = comesOfAgeOn(mandate.principal.identity)
  return adultOn !== null && on >= adultOn ? 'ward-of-age' : null
}

import { refusalOfDeed } from '../../domain/access/assurance.ts'
import type { Mandate } from '../../domain/mandate/mandate.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { mandateView } from './mandate-view.ts'

export type MandateContext = {
  readonly reference: ReferenceData
  /** Accounts that are open under one identity. */
  readonly accountsWith: (regionCode: number, identity: string) => Promise<number>
}

export const NOT_FOUND = refuse('mandate-not-found', '没有这份授权，请刷新页面后重试。')

/** Nobody gives or takes a mandate in a name that was only stated. */
export function tooLow({ assurance }: Session) {
  const refusal = assurance === undefined ? null : refusalOfDeed('give-mandate', assurance)
  return refusal === null ? null : { ok: false as const, violation: refusal }
}

export function viewOf(
  { reference }: MandateContext,
  mandate: Mandate,
  actor: Actor,
  today: LocalDate,
) {
  const itemName = (itemId: string) => reference.findItem(itemId)?.name ?? itemId
  return mandateView({ mandate, actor, today, itemName })
}

export async function audit(
  { db }: HttpContext,
  { regionCode, actor }: Session,
  action: Parameters<typeof recordAccess>[2]['action'],
  mandateId: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await recordAccess(db, regionCode, { action, actor, subjectId: mandateId, detail })
}

export function isParty({ principal, agent, agentAccount }: Mandate, actor: Actor): boolean {
  if (actor.identity === principal.identity) return true
  return (
    actor.identity === agent.identity && (agentAccount === null || agentAccount === actor.accountId)
  )
}

import type { Mandate } from '../../domain/mandate/mandate.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { StoredMandate } from './load-mandate.ts'

const OFFER = `
  insert into mandate (region_code, mandate_id, kind, state, principal_identity, agent_identity, agent_account, data,
    created_by, created_at)
  values ($1, $2, $3, 'offered', $4, $5, $6, $7, $8, $9) on conflict (region_code, mandate_id) do nothing
  returning mandate_id`
const SETTLE = `
  update mandate set state = $3, agent_account = coalesce(agent_account, $4), decided_at = $5
   where region_code = $1 and mandate_id = $2 and state = 'offered' returning mandate_id`
const REVOKE = `
  update mandate set state = 'revoked', ended_at = $3
   where region_code = $1 and mandate_id = $2 and state in ('offered', 'accepted') returning mandate_id`

/** False: there is one of that id. */
export async function insertMandate(
  db: Database,
  regionCode: number,
  mandate: Mandate,
  by: { readonly accountId: string; readonly at: Instant },
): Promise<boolean> {
  const { mandateId, kind, role, principal, agent, ground, items, acts, from, until } = mandate
  const stored: StoredMandate = { kind, role, principal, agent, ground, items, acts, from, until }
  const inserted = await db.query(OFFER, [
    regionCode,
    mandateId,
    kind,
    principal.identity,
    agent.identity,
    mandate.agentAccount,
    JSON.stringify(stored),
    by.accountId,
    by.at,
  ])
  return inserted.length > 0
}

/** False: it was answered meanwhile. */
export async function settleMandate(
  db: Database,
  regionCode: number,
  mandateId: string,
  settled: {
    readonly state: 'accepted' | 'declined'
    readonly agentAccount: string | null
    readonly at: Instant
  },
): Promise<boolean> {
  const { state, agentAccount, at } = settled
  return (await db.query(SETTLE, [regionCode, mandateId, state, agentAccount, at])).length > 0
}

/** False: it was over already. */
export async function revokeMandate(
  db: Database,
  regionCode: number,
  mandateId: string,
  at: Instant,
): Promise<boolean> {
  return (await db.query(REVOKE, [regionCode, mandateId, at])).length > 0
}

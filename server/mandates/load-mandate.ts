import type { Mandate } from '../../domain/mandate/mandate.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const COLUMNS = `mandate_id as "mandateId", state, agent_account as "agentAccount", ended_at as "endedAt", data`
const LOAD = `select ${COLUMNS} from mandate where region_code = $1 and mandate_id = $2`
const OF_PERSON = `
  select ${COLUMNS} from mandate
   where region_code = $1 and (principal_identity = $2 or agent_identity = $2)
   order by created_at desc, mandate_id limit 500`
const OF_WARD = `
  select ${COLUMNS} from mandate
   where region_code = $1 and principal_identity = $2 and kind = 'guardian' and state = 'offered'
   order by created_at desc, mandate_id limit 50`

export type MandateRow = {
  readonly mandateId: string
  readonly state: Mandate['state']
  readonly agentAccount: string | null
  readonly endedAt: string | null
  readonly data: StoredMandate
}
/** What never changes of a mandate. */
export type StoredMandate = Omit<Mandate, 'mandateId' | 'state' | 'agentAccount' | 'endedAt'>

/** One mandate as it stands now; null: none of that id. */
export async function loadMandate(
  db: Database,
  regionCode: number,
  mandateId: string,
): Promise<Mandate | null> {
  const [row] = await db.query<MandateRow>(LOAD, [regionCode, mandateId])
  return row === undefined ? null : mandateOf(row)
}

/** Those that a person gave or holds, the newest first. */
export async function mandatesOf(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<Mandate[]> {
  return (await db.query<MandateRow>(OF_PERSON, [regionCode, identity])).map(mandateOf)
}

/** Guardianships of one ward that wait for a window. */
export async function waitingGuardianships(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<Mandate[]> {
  return (await db.query<MandateRow>(OF_WARD, [regionCode, identity])).map(mandateOf)
}

function mandateOf({ mandateId, state, agentAccount, endedAt, data }: MandateRow): Mandate {
  return {
    ...data,
    mandateId,
    state,
    agentAccount: agentAccount as AccountId | null,
    endedAt: endedAt as Instant | null,
  }
}

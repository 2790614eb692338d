import type { Database } from '../database/connect.ts'
import type { ChainLink, ChainRow } from './verify-chain.ts'

const ROW = `region_code as "regionCode", application_id as "applicationId", number, seq, version,
  encode(head, 'hex') as head, status, state, applicant_identity as "applicantIdentity", item_id as "itemId",
  department_id as "departmentId", received_on as "receivedOn"`

const LINK = `region_code as "regionCode", application_id as "applicationId", seq, version,
  command_id as "commandId", type, data, recorded_at as "recordedAt", origin, encode(hash, 'hex') as hash,
  account_id as "accountId", occurred_at as "occurredAt"`

const ONE_ROW = `select ${ROW} from application where region_code = $1 and application_id = $2`

const LINKS_OF_ONE = `select ${LINK} from application_event
  where region_code = $1 and application_id = $2 order by seq`

export type Chain = {
  readonly applicationId: string
  /** Undefined when events stand there without their application. */
  readonly row: ChainRow | undefined
  readonly links: readonly ChainLink[]
}

/**
 * One application with all its events, read while nobody wrote: row, events, and the row again until it stood
 * still. Undefined when neither row nor events exist.
 */
export async function readChain(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<Chain | undefined> {
  for (;;) {
    const key = [regionCode, applicationId]
    const [row] = await db.query<ChainRow>(ONE_ROW, key)
    const links = await db.query<ChainLink>(LINKS_OF_ONE, key)
    const [again] = await db.query<ChainRow>(ONE_ROW, key)
    if (again?.head !== row?.head || again?.seq !== row?.seq) continue
    return row || links.length > 0 ? { applicationId, row, links } : undefined
  }
}

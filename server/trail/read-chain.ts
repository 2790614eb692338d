import type { Database } from '../database/connect.ts'
import type { ChainLink, ChainRow } from './verify-chain.ts'

export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL_IDS = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const ROW = `region_code as "regionCode", application_id as "applicationId", number, seq, version,
  encode(head, 'hex') as head, status, state, applicant_identity as "applicantIdentity", item_id as "itemId",
  department_id as "departmentId", received_on as "receivedOn"`

const LINK = `region_code as "regionCode", application_id as "applicationId", seq, version,
  command_id as "commandId", type, data, recorded_at as "recordedAt", origin, encode(hash, 'hex') as hash,
  account_id as "accountId", occurred_at as "occurredAt"`

const ROWS_AFTER = `select ${ROW} from application
  where region_code = $1 and application_id > $2 order by application_id limit $3`

const LINKS_BETWEEN = `select ${LINK} from application_event
  where region_code = $1 and application_id > $2 and application_id <= $3 order by application_id, seq`

const ONE_ROW = `select ${ROW} from application where region_code = $1 and application_id = $2`

const LINKS_OF_ONE = `select ${LINK} from application_event
  where region_code = $1 and application_id = $2 order by seq`

export type Chain = {
  readonly applicationId: string
  /** Undefined when events stand there without their application. */
  readonly row: ChainRow | undefined
  readonly links: readonly ChainLink[]
}

/** All chains of a region in the order of their ids, `size` applications at a time. */
export async function* chainsOf(
  db: Database,
  regionCode: number,
  size: number,
): AsyncGenerator<readonly Chain[]> {
  for (let after = BEFORE_ALL_IDS; after !== AFTER_ALL_IDS;) {
    const rows = await db.query<ChainRow>(ROWS_AFTER, [regionCode, after, size])
    // The range, not the list of ids, so that events without an application come to light.
    const upTo = rows.length < size ? AFTER_ALL_IDS : (rows.at(-1)?.applicationId ?? AFTER_ALL_IDS)
    const links = await db.query<ChainLink>(LINKS_BETWEEN, [regionCode, after, upTo])
    yield joined(rows, links)
    after = upTo
  }
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

function joined(rows: readonly ChainRow[], links: readonly ChainLink[]): readonly Chain[] {
  const linksById = new Map<string, ChainLink[]>()
  for (const link of links) {
    const own = linksById.get(link.applicationId)
    if (own) own.push(link)
    else linksById.set(link.applicationId, [link])
  }
  const known = new Set(rows.map(({ applicationId }) => applicationId))
  const orphans = [...linksById].filter(([id]) => !known.has(id))
  return [
    ...rows.map((row) => ({
      applicationId: row.applicationId,
      row,
      links: linksById.get(row.applicationId) ?? [],
    })),
    ...orphans.map(([applicationId, own]) => ({ applicationId, row: undefined, links: own })),
  ]
}

import type { SealRoute } from '../../domain/application/application.ts'
import type { Database } from '../database/connect.ts'

const READ = `select item_id as "itemId", account_id as "accountId", person_name as "personName", mode, document from item_seal_mode where region_code = $1 order by recorded_at`

export type RecordedMode = {
  readonly itemId: string
  readonly accountId: string
  readonly personName: string
  readonly mode: SealRoute
  readonly document: string
}

export async function recordedModes(
  db: Database,
  regionCode: number,
): Promise<readonly RecordedMode[]> {
  return await db.query<RecordedMode>(READ, [regionCode])
}

/** What two people agree on: same mode, same document (domain rules §5). */
export function agreementOn(records: readonly RecordedMode[]): RecordedMode | undefined {
  return records.find((record) =>
    records.some(
      (other) =>
        other.accountId !== record.accountId &&
        other.mode === record.mode &&
        other.document === record.document,
    ),
  )
}

export async function effectiveModes(
  db: Database,
  regionCode: number,
): Promise<ReadonlyMap<string, SealRoute>> {
  const records = await recordedModes(db, regionCode)
  const items = new Set(records.map(({ itemId }) => itemId))
  return new Map(
    [...items].flatMap((itemId) => {
      const agreed = agreementOn(records.filter((record) => record.itemId === itemId))
      return agreed === undefined ? [] : [[itemId, agreed.mode] as const]
    }),
  )
}

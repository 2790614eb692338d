import { uuidv7 } from 'uuidv7'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type StoredConfiguration = {
  readonly version: number
  readonly savedAt: Instant
  readonly savedByName: string
  readonly configuration: HallConfiguration
}

const LATEST = `
  select version, saved_at as "savedAt", saved_by_name as "savedByName", content as configuration
    from hall_configuration where region_code = $1 order by version desc limit 1`
const SAVE = `
  insert into hall_configuration (region_code, version, command_id, saved_at, saved_by, saved_by_name, content)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`
const BY_COMMAND = `select version from hall_configuration where region_code = $1 and command_id = $2`

/** The layout in force; the shipped one is saved as version 1 when there is none yet. */
export async function loadConfiguration(
  db: Database,
  regionCode: number,
  shipped: HallConfiguration,
  now: Instant,
): Promise<StoredConfiguration> {
  const [row] = await db.query<StoredConfiguration>(LATEST, [regionCode])
  if (row !== undefined) return row
  await db.query(SAVE, [regionCode, 1, uuidv7(), now, null, '随产品发布', JSON.stringify(shipped)])
  return await loadConfiguration(db, regionCode, shipped, now)
}

export type Saving = {
  readonly commandId: string
  readonly expectedVersion: number
  readonly configuration: HallConfiguration
  readonly at: Instant
  readonly by: { readonly accountId: string | null; readonly name: string }
}

/** The next version; `seen` when this command saved before, `moved` when somebody else was faster. */
export async function saveConfiguration(
  db: Database,
  regionCode: number,
  { commandId, expectedVersion, configuration, at, by }: Saving,
): Promise<'done' | 'seen' | 'moved'> {
  const before = await db.query(BY_COMMAND, [regionCode, commandId])
  if (before.length > 0) return 'seen'
  const [latest] = await db.query<StoredConfiguration>(LATEST, [regionCode])
  if (latest?.version !== expectedVersion) return 'moved'
  const saved = await db.query(SAVE, [
    regionCode,
    expectedVersion + 1,
    commandId,
    at,
    by.accountId,
    by.name,
    JSON.stringify(configuration),
  ])
  return saved.length > 0 ? 'done' : 'moved'
}

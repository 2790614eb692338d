import path from 'node:path'
import { connect, type Database } from '../../server/database/connect.ts'
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import { migrate } from '../../server/database/migrate.ts'
import { saveReferenceData } from '../../server/database/reference-data.ts'
import { SHIPPED_CATALOGUE } from '../../server/shipped-catalogue.ts'

export const REGION = 513_200

export type OwnDatabase = {
  readonly connectionString: string
  readonly db: Database
  readonly close: () => Promise<void>
}

/** A real PostgreSQL with an empty region of the shipped catalogue, under the folder. */
export async function openOwnDatabase(folder: string): Promise<OwnDatabase> {
  const embedded = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
  const { connectionString } = embedded
  await migrate(connectionString)
  const db = connect({ connectionString, maxConnections: 8 })
  await db.query(
    `insert into region (region_code, name, number_prefix) values ($1, '阿坝藏族羌族自治州', '513200') on conflict (region_code) do nothing`,
    [REGION],
  )
  await saveReferenceData(db, SHIPPED_CATALOGUE)
  return {
    connectionString,
    db,
    close: async () => {
      await db.close()
      await embedded.stop()
    },
  }
}

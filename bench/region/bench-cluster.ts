import path from 'node:path'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../server/database/embedded-postgres.ts'
import type { PostgresSettings } from '../../server/database/postmaster.ts'
import { connectionStringFor } from '../../server/database/with-client.ts'

export type BenchCluster = {
  readonly folder: string
  /** The login's own string; `connectionStringTo` names a database in it. */
  readonly connectionString: string
  /** Of the server process now running. */
  readonly pid: () => number
  readonly connectionStringTo: (database: string) => string
  /** Runs with other settings, and goes back to the ordinary ones; ends every session of the cluster. */
  readonly under: <Result>(
    settings: PostgresSettings,
    work: () => Promise<Result>,
  ) => Promise<Result>
  readonly stop: () => Promise<void>
}

/** The bench's own PostgreSQL, set up as an installation's is: everything that is measured runs on it with fsync on. */
export async function openBenchCluster({
  folder = 'data/bench',
  settings = {},
}: {
  readonly folder?: string
  readonly settings?: PostgresSettings
} = {}): Promise<BenchCluster> {
  const root = path.resolve(folder, 'postgres')
  let running: EmbeddedPostgres = await startEmbeddedPostgres({ folder: root, settings })
  const { connectionString } = running

  async function restart(wanted: PostgresSettings): Promise<void> {
    await running.stop()
    running = await startEmbeddedPostgres({ folder: root, settings: { ...settings, ...wanted } })
  }

  return {
    folder: root,
    connectionString,
    pid: () => running.pid,
    connectionStringTo: (database) => connectionStringFor(connectionString, database),
    under: async (wanted, work) => {
      await restart(wanted)
      try {
        return await work()
      } finally {
        await restart({})
      }
    },
    stop: async () => await running.stop(),
  }
}

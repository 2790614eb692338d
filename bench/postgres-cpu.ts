import { withClient } from '../server/database/with-client.ts'
import { familyCpuSeconds, parentOf } from './process-figures.ts'

/** Processor time of a PostgreSQL on this machine, all its processes together, in seconds; NaN where it is not here. */
export async function postgresCpuOf(connectionString: string): Promise<() => number> {
  const postmaster = await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return parentOf(rows[0]?.pid ?? 0)
  })
  return () => (Number.isNaN(postmaster) ? Number.NaN : familyCpuSeconds(postmaster))
}

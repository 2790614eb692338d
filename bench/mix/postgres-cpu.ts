import { readFileSync } from 'node:fs'
import pg from 'pg'
import { cpuSecondsOf } from '../process-figures.ts'

/** Processor time of all backends now connected; where the server is on another machine, NaN. */
export async function postgresCpuSeconds(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity')
    return rows
      .filter(({ pid }) => isPostgres(pid))
      .reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0)
  } finally {
    await client.end()
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

import { afterAll } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { connect } from '../../server/database/connect.ts'
import { composedServer } from './composed-server.ts'
import { freshDatabase } from './fresh-database.ts'

/** Two servers of one hall on a database of their own, on Monday 2 March 2026 at 09:30; closed after the file. */
export async function twoHallServers() {
  const { database, connectionString } = await freshDatabase({ maxConnections: 8 })
  let now = Date.parse('2026-03-02T01:30:00.000Z')
  const clock = () => new Date(now).toISOString() as Instant
  const server = await composedServer(database, clock, { severalServers: true })
  const otherDatabase = connect({ connectionString, maxConnections: 5 })
  const other = await composedServer(otherDatabase, clock, { severalServers: true })
  afterAll(async () => {
    await server.close()
    await other.close()
    await otherDatabase.close()
  })
  return {
    database,
    server,
    other,
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
  }
}

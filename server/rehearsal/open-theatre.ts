import pg from 'pg'
import type { FastifyInstance } from 'fastify'
import type { Instant } from '../../domain/shared/ids.ts'
import { connect, type Database } from '../database/connect.ts'
import { referenceData, saveReferenceData, type ReferenceData } from '../database/reference-data.ts'
import { REHEARSAL_CATALOGUE } from './rehearsal-catalogue.ts'
import { rehearsalClient } from './rehearsal-client.ts'
import { scratchDatabase } from './scratch-database.ts'
import type { Theatre } from './stage.ts'
import { virtualClocks } from './virtual-clock.ts'

/** The real server as the program composes it, on this database and under these clocks. */
export type ComposeRehearsedServer = (options: {
  readonly db: Database
  readonly reference: ReferenceData
  readonly clock: (regionCode: number) => Instant
}) => Promise<{
  readonly http: FastifyInstance
  readonly applyLawUntil: (regionCode: number, until: Instant) => Promise<unknown>
  readonly close: () => Promise<void>
}>

export type OpenTheatre = Theatre & { readonly close: () => Promise<void> }

/** Makes the database, starts the server on a free port of this machine, and takes both down again. */
export async function openTheatre(
  compose: ComposeRehearsedServer,
  databaseUrl: string | undefined,
): Promise<OpenTheatre> {
  const scratch = await scratchDatabase(databaseUrl)
  const closers: (() => Promise<unknown>)[] = [scratch.drop]
  const close = async () => {
    for (const closer of closers.toReversed()) await closer()
  }
  try {
    const { connectionString } = scratch
    const db = connect({ connectionString, maxConnections: 10 })
    closers.push(() => db.close())
    const migrator = new pg.Pool({ connectionString, max: 6 })
    migrator.on('error', () => undefined)
    closers.push(() => migrator.end())
    await saveReferenceData(db, REHEARSAL_CATALOGUE)
    const clocks = virtualClocks()
    const reference = referenceData(REHEARSAL_CATALOGUE)
    const server = await compose({ db, reference, clock: clocks.now })
    closers.push(() => server.close())
    const address = await server.http.listen({ host: '127.0.0.1', port: 0 })
    const { applyLawUntil } = server
    return { client: rehearsalClient(address), clocks, migrator, applyLawUntil, close }
  } catch (error) {
    await close()
    throw error
  }
}

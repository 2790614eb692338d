import { createHash } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { shippedMigrations } from 'yichuang:migrations'
import { migrate } from '../../server/database/migrate.ts'
import { withClient } from '../../server/database/with-client.ts'
import type { BenchCluster } from './bench-cluster.ts'
import type { BenchRegion } from './bench-region.ts'
import { makeRegion } from './make-region.ts'
import { readRegion } from './read-region.ts'

/** Goes up when the same seed would no longer make the same region. */
const GENERATOR_VERSION = 1
const SEED = 2026
const BYTES_AN_APPLICATION = 30_000
const COMPLETE = 'made region, complete'

/** Nothing is logged twice while a region is made: it is made again when the machine dies meanwhile. */
const MAKING = {
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
}

export type RegionOfWish = {
  readonly applications: number
  readonly seed?: number
  readonly say: (line: string) => void
}

/** The database of that size, as it was left by an earlier run, or made now. */
export async function regionOf(
  cluster: BenchCluster,
  { applications, seed = SEED, say }: RegionOfWish,
): Promise<BenchRegion> {
  const name = databaseNameOf(applications, seed)
  const connectionString = cluster.connectionStringTo(name)
  if (await isComplete(cluster, name)) return await readRegion(connectionString)
  refuseWithoutRoom(cluster.folder, applications)
  say(`making a region of ${applications} applications in ${name}`)
  return await cluster.under(MAKING, async () => {
    await inDatabase(cluster.connectionString, `drop database if exists ${name} with (force)`)
    await inDatabase(cluster.connectionString, `create database ${name}`)
    await migrate(connectionString)
    const region = await makeRegion({ connectionString, applications, seed, say })
    const mark = `${COMPLETE}: ${region.applications} applications, ${region.events} events`
    await inDatabase(cluster.connectionString, `comment on database ${name} is '${mark}'`)
    return region
  })
}

/** Another schema or another generator is another database. */
export function databaseNameOf(applications: number, seed: number = SEED): string {
  const hash = createHash('sha256').update(`${GENERATOR_VERSION} ${seed}`)
  for (const { file, text } of shippedMigrations) hash.update(`\0${file}\0${text}`)
  return `bench_${applications}_${hash.digest('hex').slice(0, 10)}`
}

async function isComplete(cluster: BenchCluster, name: string): Promise<boolean> {
  const { rows } = await withClient(cluster.connectionString, (client) =>
    client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [name],
    ),
  )
  return rows[0]?.comment?.startsWith(COMPLETE) ?? false
}

async function inDatabase(connectionString: string, statement: string): Promise<void> {
  await withClient(connectionString, (client) => client.query(statement))
}

function refuseWithoutRoom(folder: string, applications: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const [free, needed] = [bavail * bsize, applications * BYTES_AN_APPLICATION]
  if (free < needed)
    throw new Error(
      `${gigabytes(needed)} GB are needed for ${applications} applications, ${gigabytes(free)} GB are free`,
    )
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1)
}

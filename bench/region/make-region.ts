import pg from 'pg'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { saveReferenceData } from '../../server/database/reference-data.ts'
import { connect } from '../../server/database/connect.ts'
import { BENCH_REFERENCE, BENCH_SOURCE } from './bench-catalogue.ts'
import { BENCH_REGION_CODE, type BenchRegion } from './bench-region.ts'
import { benchMembers } from './bench-staff.ts'
import { applicationsByDay } from './day-plan.ts'
import { fillTables, type Filled } from './fill-tables.ts'
import { madeColumns } from './made-columns.ts'
import { readRegion } from './read-region.ts'
import { savePeople } from './save-people.ts'
import { shownByDay } from './shown-lives.ts'
import { putIndexesBack, setAsideIndexes } from './set-aside-indexes.ts'
import { workingDaysUntil } from './working-days.ts'

const LANES = 2

export type RegionWish = {
  /** A migrated database without any application in it; its login may change the schema. */
  readonly connectionString: string
  readonly applications: number
  readonly seed: number
  readonly say: (line: string) => void
  /** The present of the made region: nothing in it is later. */
  readonly until?: Instant
  readonly workers?: number
}

/** Fills the region: lives played by the product's own rules, copied for many people, loaded by COPY. */
export async function makeRegion(wish: RegionWish): Promise<BenchRegion> {
  const { connectionString, applications, seed, workers = LANES } = wish
  const until = wish.until ?? (new Date().toISOString() as Instant)
  const started = performance.now()
  const say = (line: string) =>
    wish.say(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`)
  const days = workingDaysUntil(until, BENCH_REFERENCE.calendar)
  const byDay = applicationsByDay(days, applications, seed, shownByDay(days.length))
  await saveCatalogue(connectionString)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await savePeople(client, BENCH_REGION_CODE, benchMembers(seed))
    const columns = await madeColumns(client)
    const aside = await setAsideIndexes(client)
    const task = { connectionString, say, seed, applications, until, days, byDay, columns, workers }
    const filled = await fillTables(task, async (rows) => {
      say(`rows written: ${sizes(rows)}`)
      await putIndexesBack(connectionString, aside, LANES)
      say('indexes and keys built')
    })
    await saveCounters(client, days, byDay, filled)
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    say('vacuumed, checkpointed')
    return await readRegion(connectionString)
  } finally {
    await client.end()
  }
}

function sizes({ bytes }: Pick<Filled, 'bytes'>): string {
  return Object.entries(bytes)
    .map(([table, size]) => `${table} ${(size / 1e6).toFixed(0)} MB`)
    .join(', ')
}

async function saveCatalogue(connectionString: string): Promise<void> {
  const db = connect({ connectionString, maxConnections: 1, asRole: undefined })
  try {
    await db.query(
      `insert into region (region_code, name, number_prefix) values ($1, '阿坝藏族羌族自治州', '513200') on conflict (region_code) do nothing`,
      [BENCH_REGION_CODE],
    )
    await saveReferenceData(db, BENCH_SOURCE)
  } finally {
    await db.close()
  }
}

/** As the commands would have left them: a number is taken for each document, and none beyond. */
async function saveCounters(
  client: pg.Client,
  days: readonly LocalDate[],
  byDay: readonly number[],
  { series }: Filled,
): Promise<void> {
  const counters = [
    ...days.map((day, at) => ({
      kind: 'application',
      period: day as string,
      value: byDay[at] ?? 0,
    })),
    ...[...series].map(([key, value]) => {
      const [name = '', year = ''] = key.split(' ')
      return { kind: `notice:${name}`, period: year, value }
    }),
  ].filter(({ value }) => value > 0)
  await client.query(
    `insert into counter (region_code, kind, period, value)
     select $1, c.kind, c.period, c.value from unnest($2::text[], $3::text[], $4::int[]) as c(kind, period, value)`,
    [
      BENCH_REGION_CODE,
      counters.map(({ kind }) => kind),
      counters.map(({ period }) => period),
      counters.map(({ value }) => value),
    ],
  )
}

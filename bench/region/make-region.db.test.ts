import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { verifyAll } from '../../server/trail/verify-all.ts'
import { makeRegion } from './make-region.ts'

const until = '2026-11-20T09:30:00.000Z' as Instant
const { database, connectionString } = await freshDatabase()

test('a small region', async () => {
  const region = await makeRegion({
    connectionString,
    applications: 300,
    seed: 1,
    until,
    say: console.log,
  })
  console.log(
    region.applications,
    region.events,
    Object.entries(region.people).map(([k, v]) => `${k} ${v.length}`),
  )
  console.log(
    await database.query(
      'select status, stage, count(*)::int as n from application group by 1,2 order by 1,2',
    ),
  )
  const { findings, counts } = await verifyAll(database, { trusted: [], now: until, files: true })
  console.log(counts, findings)
  expect(findings.total).toBe(0)
})

import { uuidv7 } from 'uuidv7'
import { describe, expect, inject, test } from 'vitest'
import { shippedMigrations } from 'yichuang:migrations'
import { drawLife } from '../bench/kill/lives.ts'
import { seededRandom } from '../bench/kill/seeded-random.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { connect } from '../server/database/connect.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

// With CITUS_URL every test of the database runs on Citus (tests/support/citus-database.ts); these are about Citus itself.
const hasCitus = inject('databaseServer').citus !== null
const fresh = hasCitus ? await freshDatabase() : null

const placed = (helper: 'dist_tenant' | 'dist_ref') =>
  shippedMigrations
    .flatMap(({ text }) => [...text.matchAll(new RegExp(`^select ${helper}\\('(\\w+)'\\)`, 'gm'))])
    .map(([, table = '']) => table)
    .toSorted()

describe.skipIf(!hasCitus)(
  'on Citus (skipped where CITUS_URL names none: no registry has it)',
  () => {
    test('every tenant table is split by region and lies beside the others; every other one is on each node', async () => {
      const { connectionString = '' } = fresh ?? {}
      const owner = connect({ connectionString, maxConnections: 1, asRole: undefined })
      const tables = await owner.query<{
        name: string
        type: string
        column: string
        group: number
      }>(
        `select table_name::text as name, citus_table_type as type, distribution_column as "column", colocation_id as "group"
         from citus_tables`,
      )
      const tenants = tables.filter(({ type }) => type === 'distributed')
      expect(tenants.map(({ name }) => name).toSorted()).toEqual(placed('dist_tenant'))
      expect(new Set(tenants.map(({ column }) => column))).toEqual(new Set(['region_code']))
      expect(new Set(tenants.map(({ group }) => group)).size).toBe(1)
      const references = tables.filter(({ type }) => type === 'reference')
      expect(references.map(({ name }) => name).toSorted()).toEqual(placed('dist_ref'))
      const functions = await owner.query<{ name: string }>(
        `select objid::regprocedure::text as name from pg_catalog.pg_dist_object
        where classid = 'pg_proc'::regclass and distribution_argument_index = 0`,
      )
      expect(functions.some(({ name }) => name.startsWith('record_command('))).toBe(true)
      await owner.close()
    })

    test('a command is written, answered again under its id, and read by one task on one node', async () => {
      if (fresh === null) throw new Error('No Citus')
      const { database } = fresh
      const server = await composedServer(database, () => '2026-11-23T01:00:00.000Z' as Instant)
      const [receipt] = drawLife(seededRandom(1)).steps
      const body = { ...receipt?.fields, commandId: uuidv7(), applicationId: uuidv7() }
      const send = () => server.send(receipt?.people[0] ?? '', 'POST', '/api/applications', body)
      const [first, again] = [await send(), await send()]
      expect([first.statusCode, again.json()]).toEqual([200, first.json()])
      const plan = await database.query<{ 'QUERY PLAN': string }>(
        'explain select * from application_event where region_code = $1',
        [REGION],
      )
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Task Count: 1')
      await server.close()
    })
  },
)

test.runIf(!hasCitus)('the migrations name what Citus must place', () => {
  expect(placed('dist_tenant')).toContain('application_event')
  expect(placed('dist_ref')).toContain('region')
})

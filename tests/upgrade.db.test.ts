import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { shippedMigrations } from 'yichuang:migrations'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { checkDatabase } from '../server/compose-drill.ts'
import { connect, type Database } from '../server/database/connect.ts'
import { migrate } from '../server/database/migrate.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { connectionStringFor, withClient } from '../server/database/with-client.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// The last schema taken as installed; the server at work is this release's, which serves it and every one after.
const INSTALLED = 13
const APPLICATIONS = 300

const { connectionString: login, template, citus } = inject('databaseServer')
// A coordinator makes no databases on its workers: there the upgrade is the drill on a real cluster.
const isHere = citus === null
const name = `yichuang_upgrade_${process.pid}_${randomBytes(3).toString('hex')}`
const connectionString = connectionStringFor(login, name)
let db: Database
let server: Awaited<ReturnType<typeof composedServer>>

beforeAll(async () => {
  if (!isHere) return
  await withClient(login, (client) => client.query(`create database ${name}`))
  await migrate(connectionString, shippedMigrations.slice(0, INSTALLED))
  db = connect({ connectionString, maxConnections: 8 })
  // The hall manager came with 018.
  const without = ['hall-manager']
  server = await composedServer(db, () => new Date().toISOString() as Instant, { without })
  for (let made = 0; made < APPLICATIONS; made += 6)
    await Promise.all(Array.from({ length: 6 }, receive))
})

afterAll(async () => {
  if (!isHere) return
  await server.close()
  await db.close()
  await withClient(login, (client) => client.query(`drop database ${name} with (force)`))
})

const APPLICANT = {
  kind: 'person',
  name: '卓玛·示例',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
  phone: null,
  address: null,
  contactName: null,
}

async function send(method: 'GET' | 'POST', url: string, body?: object) {
  const clerk = server.cast.find(({ role }) => role === 'window-clerk')?.username ?? ''
  const { statusCode, json } = await server.send(clerk, method, url, body)
  return { statusCode, json }
}

async function receive(): Promise<{ applicationId: string; statusCode: number }> {
  const applicationId = newId()
  const { statusCode } = await send('POST', '/api/applications', {
    commandId: newId(),
    applicationId,
    itemId: 'aba-36',
    applicant: APPLICANT,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  return { applicationId, statusCode }
}

test.runIf(isHere)(
  'from the schema before to this one, while commands run and lists are read, none fails and the trail stays whole',
  async () => {
    expect((await server.http.inject('/ready')).json()).toEqual({ status: 'migrating' })
    const statuses: number[] = []
    let isMigrating = true
    const acknowledged: string[] = []

    async function clerkAtWork(): Promise<void> {
      while (isMigrating || acknowledged.length < 40) {
        const { applicationId, statusCode } = await receive()
        statuses.push(statusCode)
        if (statusCode === 200) acknowledged.push(applicationId)
        const correction = await send(
          'POST',
          `/api/applications/${applicationId}/request-correction`,
          {
            commandId: newId(),
            expectedVersion: 1,
            materials: [1],
            text: '第一项材料缺签字页，请补齐后提交。',
          },
        )
        const list = await send('GET', '/api/worklists')
        const found = await send('GET', `/api/applications/${applicationId}`)
        statuses.push(correction.statusCode, list.statusCode, found.statusCode)
      }
    }

    const clerks = Promise.all([clerkAtWork(), clerkAtWork(), clerkAtWork()])
    const applied = await migrate(connectionString)
    isMigrating = false
    await clerks

    expect(applied).toEqual(shippedMigrations.slice(INSTALLED).map(({ file }) => file))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect((await server.http.inject('/ready')).json()).toEqual({ status: 'ready' })

    const rows = await db.query<{ id: string }>(
      'select application_id as id from application where region_code = $1',
      [REGION],
    )
    const ids = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    const { summary } = await checkDatabase(connectionString, [], [])
    expect(summary.findings.first).toEqual([])
    expect(summary.counts.applications).toBe(APPLICATIONS + acknowledged.length)
  },
)

test.runIf(isHere)(
  'no index was left half-made, and an upgraded database has what a new one has',
  async () => {
    const [upgraded, fresh] = [
      await shapeOf(connectionString),
      await shapeOf(connectionStringFor(login, template)),
    ]
    expect(upgraded).toEqual(fresh)
  },
)

async function shapeOf(database: string): Promise<unknown[]> {
  return await withClient(database, async (client: pg.Client) => {
    const { rows } = await client.query<object>(
      `select c.relname as index, pg_get_indexdef(i.indexrelid) as made, i.indisvalid as valid
         from pg_index i join pg_class c on c.oid = i.indexrelid
         join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        order by 1`,
    )
    return rows
  })
}

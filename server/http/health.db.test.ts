import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer } from '../access/testing/access-server.ts'
import { connect } from '../database/connect.ts'

const { database, connectionString } = await freshDatabase()

async function readyOf(http: { inject: (url: string) => Promise<unknown> }) {
  const answer = (await http.inject('/ready')) as { statusCode: number; body: string }
  return [answer.statusCode, answer.body]
}

test('/ready says no while a migration of this release is still to come, and yes after it', async () => {
  const { http } = await accessServer(database)
  expect(await readyOf(http)).toEqual([200, '{"status":"ready"}'])
  const owner = connect({ connectionString, maxConnections: 1, asRole: undefined })
  const last = `(select max(number) from schema_migration)`
  const { rows } = await owner.pool.query<{ number: number; file: string; checksum: string }>(
    `delete from schema_migration where number = ${last} returning number, file, checksum`,
  )
  expect(await readyOf(http)).toEqual([503, '{"status":"migrating"}'])
  expect((await http.inject('/health')).statusCode).toBe(200)
  const [row] = rows
  await owner.pool.query(
    'insert into schema_migration (number, file, checksum) values ($1, $2, $3), ($1 + 1, $2, $3)',
    [row?.number, row?.file, row?.checksum],
  )
  // A later release has been here: this one goes on.
  expect(await readyOf(http)).toEqual([200, '{"status":"ready"}'])
  await owner.pool.query(`delete from schema_migration where number = ${last}`)
  await owner.pool.query('revoke select on schema_migration from yichuang_app')
  expect(await readyOf(http)).toEqual([503, '{"status":"migrating"}'])
  await owner.pool.query('grant select on schema_migration to yichuang_app')
  await owner.close()
})

test('/ready says no from the moment a stop is announced, while everything else still answers', async () => {
  const { http } = await accessServer(database)
  http.announceStop()
  expect(await readyOf(http)).toEqual([503, '{"status":"stopping"}'])
  expect((await http.inject('/health')).statusCode).toBe(200)
  expect((await http.inject('/api/openapi.json')).statusCode).toBe(200)
})

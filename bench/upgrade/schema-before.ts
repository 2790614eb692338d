import type pg from 'pg'
import { shippedMigrations } from 'yichuang:migrations'
import { migrate } from '../../server/database/migrate.ts'
import { connectionStringFor, withClient } from '../../server/database/with-client.ts'

/** The last schema that is taken as installed: the oldest that the server of this release serves. */
export const INSTALLED = 13

type Shape = {
  readonly tables: readonly string[]
  /** By name, the statement that makes it; those of keys are left out. */
  readonly indexes: ReadonlyMap<string, string>
  /** Name and arguments, as `drop function` wants them. */
  readonly functions: readonly string[]
}

const TABLES = `select tablename as name from pg_tables where schemaname = 'public'`
const FUNCTIONS = `
  select p.oid::regprocedure::text as name
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
   where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
const INDEXES = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where not exists (select from pg_constraint k where k.conindid = i.indexrelid)`

/** Numbers lent to machines for a day on which nothing was received: with the ranges gone nobody could account for them. */
const LENT = `
  delete from counter c using offline_range r
   where c.region_code = r.region_code and c.period = r.day::text
     and not exists (select from application a where a.region_code = r.region_code and a.received_on = r.day)`

/**
 * Turns a database of this release back to the schema of the release before, rows and all: tables and indexes that came
 * later go, functions too, and indexes that went are made again.
 */
export async function turnBack(server: string, connectionString: string): Promise<void> {
  const before = await shapeBefore(server)
  await withClient(connectionString, async (client) => {
    const now = await shapeOf(client)
    if (now.tables.includes('offline_range')) await client.query(LENT)
    for (const table of now.tables.filter((name) => !before.tables.includes(name)))
      await client.query(`drop table ${table} cascade`)
    for (const name of now.functions.filter((one) => !before.functions.includes(one)))
      await client.query(`drop function ${name}`)
    for (const name of now.indexes.keys())
      if (!before.indexes.has(name)) await client.query(`drop index if exists ${name}`)
    for (const [name, definition] of before.indexes)
      if (!now.indexes.has(name)) await client.query(definition)
    await client.query('delete from schema_migration where number > $1', [INSTALLED])
    await client.query('analyze')
  })
}

/** What an empty database of that release has. */
async function shapeBefore(server: string): Promise<Shape> {
  const name = `schema_before_${process.pid}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  const connectionString = connectionStringFor(server, name)
  try {
    await migrate(connectionString, shippedMigrations.slice(0, INSTALLED))
    return await withClient(connectionString, shapeOf)
  } finally {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
  }
}

async function shapeOf(client: pg.Client): Promise<Shape> {
  const tables = await client.query<{ name: string }>(TABLES)
  const indexes = await client.query<{ name: string; definition: string }>(INDEXES)
  const functions = await client.query<{ name: string }>(FUNCTIONS)
  return {
    functions: functions.rows.map(({ name }) => name),
    tables: tables.rows.map(({ name }) => name),
    indexes: new Map(indexes.rows.map(({ name, definition }) => [name, definition])),
  }
}

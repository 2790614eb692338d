import type pg from 'pg'
import { migrate } from '../../server/database/migrate.ts'
import type { CitusNodes } from './citus-nodes.ts'
import { connectionStringFor, withClient } from '../../server/database/with-client.ts'

// Citus cannot copy a database that has distributed tables: each test file's database is made on every node, joined to a
// cluster of its own, and migrated.

const SHARDS = 4

export async function createCitusDatabase(nodes: CitusNodes, name: string): Promise<string> {
  for (const node of [nodes.coordinator, ...nodes.workers]) {
    // Not passed on to the others: whichever version it is, each node is told by itself.
    await withClient(node, (client) => run(client, [`create database ${name}`]))
    await withClient(connectionStringFor(node, name), (client) =>
      run(client, ['create extension if not exists citus']),
    )
    await withClient(node, (client) => run(client, [LOGIN_AMONG_NODES]))
  }
  const connectionString = connectionStringFor(nodes.coordinator, name)
  await withClient(connectionString, async (client) => {
    await client.query('select citus_set_coordinator_host($1, $2)', placeOf(nodes.coordinator))
    for (const worker of nodes.workers)
      await client.query('select citus_add_node($1, $2)', placeOf(worker))
    await client.query("select citus_set_node_property($1, $2, 'shouldhaveshards', $3)", [
      ...placeOf(nodes.coordinator),
      nodes.workers.length === 0,
    ])
    await client.query(`alter database ${name} set citus.shard_count = ${SHARDS}`)
  })
  await migrate(connectionString)
  return connectionString
}

export async function dropCitusDatabase(nodes: CitusNodes, name: string): Promise<void> {
  for (const node of [nodes.coordinator, ...nodes.workers])
    await withClient(node, (client) =>
      run(client, [`drop database if exists ${name} with (force)`]),
    )
}

const LOGIN_AMONG_NODES = `do $$ begin
  if not exists (select from pg_roles where rolname = 'yichuang_app') then create role yichuang_app login; end if;
exception when duplicate_object or unique_violation then null;
end $$`

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  // A node of Citus would otherwise pass some of these on by itself, others not.
  await client.query("select set_config('citus.enable_ddl_propagation', 'off', false)")
  for (const statement of statements) await client.query(statement)
}

function placeOf(connectionString: string): [host: string, port: number] {
  const { hostname, port } = new URL(connectionString)
  return [hostname, Number(port === '' ? 5432 : port)]
}

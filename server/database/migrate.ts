import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { shippedMigrations } from 'yichuang:migrations'
import { APP_ROLE } from './connect.ts'
import {
  type AppliedMigration,
  type Migration,
  type MigrationFile,
  MigrationRefused,
  pendingMigrations,
  readMigrations,
} from './migration-plan.ts'
import { splitStatements } from './split-statements.ts'
import { withRetry } from './with-retry.ts'

const OLDEST_SERVER = 15

// Two servers that start at once take turns.
const LOCK = 7_710_513_200
const LOOK_AGAIN_MS = 200

/**
 * Brings the database to the state of the migration files; answers the files applied now. The login needs
 * CREATEROLE for the first run only, or the role yichuang_app made beforehand and granted to it.
 */
export async function migrate(
  connectionString: string,
  files: readonly MigrationFile[] = shippedMigrations,
): Promise<string[]> {
  const migrations = readMigrations(files)
  const client = await withRetry(() => open(connectionString))
  try {
    await waitForTurn(client)
    await prepare(client)
    const { rows } = await client.query<AppliedMigration>(
      'select number, file, checksum from schema_migration order by number',
    )
    const pending = pendingMigrations(migrations, rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ file }) => file)
  } finally {
    // Ending the session gives the lock back.
    await client.end()
  }
}

async function open(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Asks again and again: a statement that waits would hold a snapshot, for which CREATE INDEX CONCURRENTLY waits in turn. */
async function waitForTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ ours: boolean }>(
      'select pg_try_advisory_lock($1) as ours',
      [LOCK],
    )
    if (rows[0]?.ours === true) return
    await wait(LOOK_AGAIN_MS)
  }
}

async function prepare(client: pg.Client): Promise<void> {
  const version = await client.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  )
  const major = version.rows[0]?.major ?? 0
  if (major < OLDEST_SERVER) {
    throw new MigrationRefused(
      `PostgreSQL ${major} is too old: ${OLDEST_SERVER} or newer is needed.`,
    )
  }
  await client.query(
    `create table if not exists schema_migration (
       number     int primary key,
       file       text not null,
       checksum   text not null,
       applied_at timestamptz not null default now()
     )`,
  )
  await ensureAppRole(client)
  // `/ready` compares it with the files.
  await client.query(`grant select on schema_migration to ${APP_ROLE}`)
}

/** The role belongs to the server, not to the database, so another database may have made it already. */
async function ensureAppRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      create role ${APP_ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
  const member = await client.query<{ yes: boolean }>(
    "select pg_has_role(current_user, $1, 'member') as yes",
    [APP_ROLE],
  )
  if (member.rows[0]?.yes !== true) await client.query(`grant ${APP_ROLE} to current_user`)
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const statements = splitStatements(migration.text)
  if (migration.inTransaction) await client.query('begin')
  let step = 0
  try {
    for (const statement of statements) {
      step += 1
      await client.query(statement)
    }
    await client.query(
      'insert into schema_migration (number, file, checksum) values ($1, $2, $3)',
      [migration.number, migration.file, migration.checksum],
    )
    if (migration.inTransaction) await client.query('commit')
  } catch (cause) {
    if (migration.inTransaction) await client.query('rollback').catch(() => undefined)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `Migration ${migration.file}, statement ${step} of ${statements.length}: ${reason}`,
      { cause },
    )
  }
}

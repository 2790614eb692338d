import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import { migrate } from '../../server/database/migrate.ts'
import { connectionStringFor, withClient } from '../../server/database/with-client.ts'
import { type CitusNodes, citusNodes } from './citus-nodes.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Login that may create databases, and the migrated database to copy; on Citus nothing can be copied. */
    databaseServer: {
      readonly connectionString: string
      readonly template: string
      readonly citus: CitusNodes | null
    }
  }
}

type Server = {
  readonly connectionString: string
  readonly template: string
  readonly citus: CitusNodes | null
  users: number
  stop(): Promise<void>
}

// Several projects ask for the server, each through its own copy of this module; one server serves the run.
const shared = globalThis as { yichuangTestServer?: Promise<Server> | undefined }

export async function setup(project: TestProject): Promise<void> {
  const server = await (shared.yichuangTestServer ??= startServer())
  server.users += 1
  const { connectionString, template, citus } = server
  project.provide('databaseServer', { connectionString, template, citus })
}

export async function teardown(): Promise<void> {
  const server = await shared.yichuangTestServer
  if (!server) return
  server.users -= 1
  if (server.users > 0) return
  shared.yichuangTestServer = undefined
  await server.stop()
}

async function startServer(): Promise<Server> {
  const citus = citusNodes(process.env)
  if (citus !== undefined)
    return { connectionString: citus.coordinator, template: '', citus, users: 0, stop: noop }
  const given = process.env['DATABASE_URL']
  const server = given ? { connectionString: given, stop: noop } : await startOwnServer()
  const template = `yichuang_test_template_${process.pid}`
  try {
    await withClient(server.connectionString, (client) =>
      client.query(`create database ${template}`),
    )
    await migrate(connectionStringFor(server.connectionString, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    connectionString: server.connectionString,
    template,
    citus: null,
    users: 0,
    async stop() {
      const drop = `drop database ${template} with (force)`
      await withClient(server.connectionString, (client) => client.query(drop))
      await server.stop()
    },
  }
}

async function startOwnServer() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-test-'))
  // mkdtemp makes it private, but the account that PostgreSQL runs as must pass through.
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    // The data is thrown away; tests of durability start a server of their own.
    settings: { fsync: 'off', max_connections: 200 },
  })
  return {
    connectionString: postgres.connectionString,
    async stop() {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function noop(): Promise<void> {
  return Promise.resolve()
}

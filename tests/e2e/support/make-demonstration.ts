import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { connectionStringFor, withClient } from '../../../server/database/with-client.ts'
import { runServer, stopServer } from './server-run.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database of a demonstration that stands ready to be copied, and the folder of its seals and keys. */
    demonstration: { readonly template: string; readonly dataFolder: string }
  }
}

/** Milliseconds for the papers of the demonstration. */
const PATIENCE = 60_000
const UNDONE =
  'select exists(select from reaction where done_at is null and run_at <= now()) as undone'

let discard = () => Promise.resolve()

/** The demonstration is set up once, by the product's own start on an empty database; every test file works on a copy. */
export async function setup(project: TestProject): Promise<void> {
  const { connectionString: server, template: empty } = project.getProvidedContext().databaseServer
  const template = `yichuang_test_demonstration_${process.pid}`
  const connectionString = connectionStringFor(server, template)
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-demonstration-'))
  await withClient(server, (client) =>
    client.query(`create database ${template} template ${empty}`),
  )
  discard = async () => {
    await withClient(server, (client) => client.query(`drop database ${template} with (force)`))
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const { child, ready } = runServer({ DATABASE_URL: connectionString, YICHUANG_DATA: dataFolder })
  try {
    await ready
    await papersDone(connectionString)
  } finally {
    await stopServer(child)
  }
  project.provide('demonstration', { template, dataFolder })
}

export function teardown(): Promise<void> {
  return discard()
}

async function papersDone(connectionString: string): Promise<void> {
  const until = performance.now() + PATIENCE
  await withClient(connectionString, async (client) => {
    while ((await client.query<{ undone: boolean }>(UNDONE)).rows[0]?.undone !== false) {
      if (performance.now() > until) throw new Error('The papers of the demonstration are not done')
      await wait(100)
    }
  })
}

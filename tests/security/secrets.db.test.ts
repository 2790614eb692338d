import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { readConfiguration, weaknessesOf } from '../../server/configuration.ts'
import { startServer } from '../../server/start-server.ts'
import { connectionStringFor } from '../../server/database/with-client.ts'

const SECRET = 'Geheim-nicht-zeigen-4711'
const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { connectionString } = inject('databaseServer')
const missing = connectionStringFor(connectionString, `nowhere?application_name=${SECRET}`)

/** Everything that a start which fails hands to whoever prints it. */
async function complaintOf(databaseUrl: string): Promise<string> {
  const configuration = readConfiguration(
    { DATABASE_URL: databaseUrl, YICHUANG_DATA: folder, PORT: '0', LOG_LEVEL: 'silent' },
    ['--demo'],
  )
  try {
    const server = await startServer(configuration)
    await server.stop()
    return 'it started'
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)
  }
}

// They wait for what never answers: together they wait once.
test.concurrent.each([
  ['a server that is not there', `postgres://yichuang:${SECRET}@127.0.0.1:1/yichuang`],
  ['a host that has no address', `postgres://yichuang:${SECRET}@nowhere.invalid/yichuang`],
  ['an address that cannot be read', `postgres://yichuang:${SECRET}@[::bad/yichuang`],
  ['a port that is none', `postgres://yichuang:${SECRET}@127.0.0.1:port/yichuang`],
  ['a socket that is not there', `postgresql://yichuang:${SECRET}@/x?host=/nowhere`],
  ['a database that does not exist', missing],
])('a start that fails on %s never shows the password of the database', async (_, url) => {
  const complaint = await complaintOf(url)
  expect(complaint).not.toBe('it started')
  expect(complaint).not.toContain(SECRET)
})

test('settings that are refused are named without their values when they are secret', () => {
  const env = {
    PUBLIC_URL: 'http://insecure.invalid',
    DATABASE_URL: `postgres://u:${SECRET}@db.invalid/x`,
    YICHUANG_SEAL_PASSPHRASE: SECRET.slice(0, 8),
    CLAMD: 'nonsense',
    QUARANTINE: 'perhaps',
    RATE_LIMIT: 'many',
    HOST: '0.0.0.0',
  }
  const weaknesses = weaknessesOf(readConfiguration(env, []), env).join('\n')
  for (const name of [
    'PUBLIC_URL',
    'DATABASE_URL',
    'YICHUANG_SEAL_PASSPHRASE',
    'CLAMD',
    'QUARANTINE',
    'RATE_LIMIT',
    'HOST',
  ])
    expect(weaknesses).toContain(name)
  expect(weaknesses).not.toContain(SECRET.slice(0, 8))
})

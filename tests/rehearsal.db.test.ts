import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { rehearse } from '../server/compose-rehearsal.ts'
import { withClient } from '../server/database/with-client.ts'

const { connectionString } = inject('databaseServer')
const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-rehearsal-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...given: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const exitCode = await rehearse({
    arguments: given,
    databaseUrl: connectionString,
    interrupted: new AbortController().signal,
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  })
  return { exitCode, printed, complaints }
}

function fileWith(name: string, ...steps: string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, ['scenario: 演练', 'now: 2026-03-02T09:00', 'steps:', ...steps].join('\n'))
  return file
}

const RECEIVE = '  - { as: window.clerk.1, do: receive, application: A, with: { item: 3 } }'

async function databases(): Promise<number> {
  const text = "select count(*)::int as n from pg_database where datname like 'yichuang_rehearsal%'"
  return await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ n: number }>(text)
    return rows[0]?.n ?? -1
  })
}

describe('a rehearsal', () => {
  test('holds in every scenario that ships', { timeout: 180_000 }, async () => {
    const { exitCode, printed, complaints } = await run('scenarios')
    expect(printed.filter((line) => line.startsWith('NOT ok'))).toEqual([])
    expect(printed.at(-1)).toMatch(/^\d+ passed, 0 failed$/)
    expect(complaints).toEqual([])
    expect(exitCode).toBe(0)
    expect(await databases()).toBe(0)
  })

  test('tells what does not hold, goes on, and ends with 1', async () => {
    const wrong = fileWith(
      'wrong.yaml',
      RECEIVE,
      '  - { as: window.clerk.1, do: accept, application: A, expect: { status: granted } }',
      '  - { as: window.clerk.1, do: review, application: A }',
      '  - { see: A, expect: { status: accepted } }',
    )
    const right = fileWith('right.yaml', RECEIVE)
    const { exitCode, printed } = await run(wrong, right)
    const steps = printed.filter((line) => !line.startsWith('#'))
    expect(steps[1]).toMatch(/^NOT ok {2}2 .*status expected granted, got accepted/)
    expect(steps[2]).toMatch(/^NOT ok {2}3 .*error expected none, got separation-of-duties/)
    expect(steps[3]).toMatch(/^ok/)
    expect(printed.at(-1)).toBe('1 passed, 1 failed')
    expect(exitCode).toBe(1)
    expect(await databases()).toBe(0)
  })

  test('plays nothing when one file is unusable, and ends with 2', async () => {
    const good = fileWith('good.yaml', RECEIVE)
    const bad = fileWith('bad.yaml', '  - { as: window.clerk.8, do: accept, application: A }')
    const { exitCode, printed, complaints } = await run(good, bad)
    expect(exitCode).toBe(2)
    expect(printed).toEqual([])
    expect(complaints.join('\n')).toMatch(/bad\.yaml，第 4 行：.*window\.clerk\.8.*请改为/)
  })

  test('ends with 2 without a file, without the file, and on an unknown wish', async () => {
    expect(await run()).toMatchObject({ exitCode: 2, printed: [] })
    expect(await run('--json')).toMatchObject({ exitCode: 2 })
    expect(await run('--fast', 'scenarios')).toMatchObject({ exitCode: 2, printed: [] })
    const absent = await run(path.join(folder, 'absent.yaml'))
    expect(absent).toMatchObject({ exitCode: 2 })
    expect(absent.complaints[0]).toContain('请核对路径')
  })

  test('prints JSON lines when asked', async () => {
    const { exitCode, printed } = await run('--json', fileWith('json.yaml', RECEIVE))
    const lines = printed.map((line) => JSON.parse(line) as unknown)
    expect(lines).toMatchObject([
      { step: 1, ok: true },
      { passed: 1, failed: 0 },
    ])
    expect(exitCode).toBe(0)
  })

  test('moves everything that falls due on the way, each at its own midnight', async () => {
    // 2 March + 5 working days = 9 March; the review step of 5 days begins on the day of record, 10 March, and ends on the 17th.
    const file = fileWith(
      'midnights.yaml',
      RECEIVE,
      '  - { at: 2026-03-17T23:00, see: A, expect: { cards: [deemed-acceptance, due-soon, committed-overrun] } }',
      '  - { at: 2026-03-18T00:00, see: A, expect: { cards: [deemed-acceptance, due-soon, committed-overrun, step-overrun] } }',
    )
    expect(await run(file)).toMatchObject({ exitCode: 0 })
  })
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveReferenceData } from '../../server/database/reference-data.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { BENCH_SOURCE } from '../region/bench-catalogue.ts'
import { BENCH_REGION_CODE, type BenchPeople } from '../region/bench-region.ts'
import { benchMembers, membersOf } from '../region/bench-staff.ts'
import { savePeople } from '../region/save-people.ts'
import { captureLife, type CapturedLife } from './capture-life.ts'
import { wholeLives } from './life-steps.ts'
import { typesOf } from './parameter-types.ts'
import { pgbenchScript } from './pgbench-script.ts'

const SEED = 3
const { database, connectionString } = await freshDatabase()
const owner = new pg.Client({ connectionString })
const members = benchMembers(SEED)
const people: BenchPeople = {
  clerks: membersOf(members, 'window-clerk'),
  reviewers: membersOf(members, 'reviewer'),
  deciders: membersOf(members, 'decider'),
  sealKeepers: membersOf(members, 'seal-keeper'),
  supervisors: [],
  applicants: [],
}
const lives = wholeLives(people)
let captured: CapturedLife
let script: string

beforeAll(async () => {
  await owner.connect()
  await owner.query(
    `insert into region (region_code, name, number_prefix) values ($1, '示例州', '513200')`,
    [BENCH_REGION_CODE],
  )
  await saveReferenceData(database, BENCH_SOURCE)
  await savePeople(owner, BENCH_REGION_CODE, members)
  captured = await captureLife({ connectionString, regionCode: BENCH_REGION_CODE }, lives[0] ?? [])
  script = await pgbenchScript(captured, async (text) => await typesOf(owner, text))
})
afterAll(() => owner.end())

/** What pgbench does with it, for one life. */
async function runScript(n: number): Promise<void> {
  for (const statement of script.split(';\n')) {
    const sql = statement.replace(/^(\\set .*\n)+/, '').replaceAll(':n::bigint', `${n}::bigint`)
    if (sql.trim() !== '') await owner.query(sql)
  }
}

const TABLES = [
  'application',
  'application_event',
  'command_log',
  'notice',
  'reaction',
  'seal_record',
  'material_file',
]

async function rowsByTable(): Promise<number[]> {
  const counts: number[] = []
  for (const table of TABLES) {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    counts.push(rows[0]?.n ?? 0)
  }
  return counts
}

test('every department that has its people has a whole life of twelve commands', () => {
  expect(lives.length).toBeGreaterThan(3)
  for (const steps of lives) expect(steps.length).toBeGreaterThanOrEqual(11)
})

test('a captured life is loaded and recorded once for each of its commands', () => {
  const recorded = captured.statements.filter(({ text }) => text.includes('record_command'))
  expect(recorded).toHaveLength(captured.commands)
  expect(new Set(captured.ids).size).toBe(captured.ids.length)
})

test('the script leaves the same rows as the life it was made of, and again under other ids', async () => {
  const before = await rowsByTable()
  expect(before.every((count) => count > 0)).toBe(true)
  await runScript(0x19_0000_0001)
  await runScript(0x19_0000_0002)
  expect(await rowsByTable()).toEqual(before.map((count) => count * 3))
  const { rows } = await owner.query<{ status: string; version: number; texts: number }>(
    `select status, version, (select count(distinct e.data::text)::int from application_event e
        where e.region_code = a.region_code and e.application_id = a.application_id) as texts
       from application a`,
  )
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1)
  expect(rows[0]).toMatchObject({ status: 'archived', version: captured.commands })
})

test('nothing in the script but its own variables looks like one of pgbench', () => {
  const found = [...script.matchAll(/(?<!:):([A-Za-z_\u0080-\uffff]\w*)/g)].map(([, name]) => name)
  expect(new Set(found)).toEqual(new Set(['i', 'base', 'client_id', 'n']))
})

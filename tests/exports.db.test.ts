import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { exportRoutes } from '../server/exports/routes.ts'
import { accessServer, REGION } from '../server/access/testing/access-server.ts'
import { ABA_CALENDAR_DATA } from '../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../catalogue/aba/load-catalogue.ts'
import { loadReferenceData, saveReferenceData } from '../server/database/reference-data.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { storeLives } from '../server/trail/testing/store-life.ts'
import { withClient } from '../server/database/with-client.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database, connectionString } = await freshDatabase()
await saveReferenceData(database, {
  items: ABA_ITEMS,
  guides: ABA_GUIDES,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
})
const reference = await loadReferenceData(database)
const ROWS_A_SHEET = 2
const server = await accessServer(database, {
  routes: (http, context) => exportRoutes(http, context, reference, { rowsASheet: ROWS_A_SHEET }),
})
const SUPERVISOR = 'ducha'
const DEPARTMENT = 'wentilv.fuze'
const from = (text: string) => new Date(text).toISOString() as Instant

const lives = await storeLives(database, REGION, [
  { from: from('2026-03-02T10:00:00+08:00') },
  { from: from('2026-03-03T10:00:00+08:00') },
  { from: from('2026-03-04T10:00:00+08:00') },
])
const numbers = lives.map(({ row }) => row.number)
const asOwner = (text: string, values: readonly unknown[] = []) =>
  withClient(connectionString, (client) => client.query(text, [...values]))
// The second belongs to another department; the third to a company with the name of a formula.
await asOwner(
  `update application set department_id = 'market-regulation', item_id = 'aba-04' where number = $1`,
  [numbers[1]],
)
await asOwner(
  `update application set state = jsonb_set(state, '{applicant}', $2) where number = $1`,
  [
    numbers[2],
    JSON.stringify({
      kind: 'company',
      name: '=HYPERLINK("x")示例公司',
      identityType: 'credit-code',
      identityNumber: '91510000MA00000000',
      phone: null,
      address: null,
      contactName: null,
    }),
  ],
)

const path = (query: string) => `/api/applications/export${query}`
const cookies = new Map<string, Promise<string>>()
/** Signed in once: whoever signs in all the time is told to wait. */
const cookieOf = async (username: string) => {
  const known = cookies.get(username) ?? server.signIn(username)
  cookies.set(username, known)
  return await known
}
const send = async (username: string, query: string) =>
  await server.send('GET', path(query), { cookie: await cookieOf(username) })
const csv = async (username: string, query = '') =>
  (await send(username, `?format=csv${query}`)).body.split('\r\n').slice(2, -1)
const numbersIn = (lines: readonly string[]) => lines.map((line) => line.split(',')[0])
const audited = async (action: string) =>
  await database.query<{ name: string; detail: Record<string, unknown> }>(
    `select actor_name as name, detail from access_audit where region_code = $1 and action = $2 order by at desc, audit_id desc`,
    [REGION, action],
  )

describe('whose list', () => {
  test('a supervisor takes the whole centre, in the order of numbers', async () => {
    expect(numbersIn(await csv(SUPERVISOR))).toEqual(numbers.toSorted())
  })

  test('a department takes its own, asked for or not', async () => {
    const own = [numbers[0], numbers[2]]
    expect(numbersIn(await csv(DEPARTMENT))).toEqual(own)
    expect(numbersIn(await csv(DEPARTMENT, '&departmentId=culture-tourism'))).toEqual(own)
  })

  test('a department is refused another one', async () => {
    const answer = await send(DEPARTMENT, '?format=csv&departmentId=market-regulation')
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'not-permitted' })
  })

  test.each(['chuangkou1', 'shenqing1', 'qiye1'])('%s is refused', async (username) => {
    for (const query of ['?format=csv', '/count']) {
      expect((await send(username, query)).json()).toMatchObject({ code: 'not-permitted' })
    }
  })

  test('nobody takes one without signing in', async () => {
    expect((await server.send('GET', path('?format=csv'))).statusCode).toBe(401)
  })
})

describe('what is in it', () => {
  test.each([
    ['receivedFrom=2026-03-03', [1, 2]],
    ['receivedTo=2026-03-03', [0, 1]],
    ['receivedFrom=2026-03-03&receivedTo=2026-03-03', [1]],
    ['status=in-review', [0, 1, 2]],
    ['status=archived', []],
    ['departmentId=market-regulation', [1]],
    ['itemId=aba-04', [1]],
    ['itemId=aba-03&receivedFrom=2026-03-03', [2]],
  ])('the filter %s chooses', async (filter, expected) => {
    const chosen = expected.map((index) => numbers[index])
    expect(numbersIn(await csv(SUPERVISOR, `&${filter}`))).toEqual(chosen)
    const counted = await send(SUPERVISOR, `/count?${filter}`)
    expect(counted.json()).toEqual({ applications: chosen.length, busy: false })
  })

  test('a filter that does not exist, or makes no sense, is refused by name', async () => {
    const unknown = await send(SUPERVISOR, '?format=csv&applicant=x')
    expect(unknown.json()).toMatchObject({ code: 'unknown-field' })
    const wrong = await send(SUPERVISOR, '?format=pdf&receivedFrom=x&status=not-lodged')
    expect(wrong.statusCode).toBe(422)
  })

  test('a person is masked, a company is not, and a name that looks like a formula is only text', async () => {
    const [first, , third] = await csv(SUPERVISOR)
    expect(first).toContain(',张**,')
    expect(first).not.toContain('513201')
    expect(third).toContain(`,"'=HYPERLINK(""x"")示例公司",`)
  })

  test('the workbook says the same with days as days, and goes on in the next sheet', async () => {
    const answer = await send(SUPERVISOR, '?format=xlsx')
    expect(answer.headers['content-disposition']).toContain('attachment')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.rawPayload as never)
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([4, 3])
    const [sheet, next] = workbook.worksheets
    const headings = sheet?.getRow(2).values as string[]
    const at = (heading: string) => headings.indexOf(heading)
    expect(sheet?.getCell('A1').value).toMatch(
      /^导出人：.+ {2}导出时间：\d{4}-\d\d-\d\d \d\d:\d\d {2}条件：/,
    )
    const row = sheet?.getRow(3)
    expect(row?.getCell(1).value).toBe(numbers[0])
    expect(row?.getCell(at('申请人')).value).toBe('张**')
    expect(row?.getCell(at('收件日期')).value).toEqual(new Date('2026-03-02T00:00:00Z'))
    expect(row?.getCell(at('状态')).value).toBe('审核中')
    expect(row?.getCell(at('承诺工作日')).value).toEqual(expect.any(Number))
    expect(next?.getRow(3).getCell(1).value).toBe(numbers[2])
  })

  test('who took it, with which filter and how many is on record', async () => {
    await csv(SUPERVISOR, '&status=in-review&receivedFrom=2026-03-03')
    const [begun] = await audited('export-begun')
    expect(begun?.detail).toEqual({
      format: 'csv',
      status: 'in-review',
      receivedFrom: '2026-03-03',
    })
    await expect
      .poll(async () => (await audited('export-ended'))[0]?.detail)
      .toMatchObject({
        receivedFrom: '2026-03-03',
        rows: 2,
        complete: true,
      })
  })
})

describe('a long list', () => {
  // Pages of long names: more than the buffers between the server and a reader who takes nothing.
  const LONG = 8_000
  let port = 0
  const listening = server.http.listen({ port: 0, host: '127.0.0.1' }).then(() => {
    port = (server.http.server.address() as AddressInfo).port
  })
  const open: IncomingMessage[] = []
  afterAll(async () => {
    for (const answer of open) answer.destroy()
    await server.http.close()
  })

  /** An answer whose bytes nobody takes yet. */
  async function download(query = ''): Promise<IncomingMessage> {
    await listening
    const cookie = `yichuang=${await cookieOf(SUPERVISOR)}`
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { port, path: path(`?format=csv${query}`), headers: { cookie } }
      get(options, resolve).once('error', reject)
    })
    open.push(answer)
    return answer
  }
  /** Exports that hold a snapshot; only the owner of the database sees what others do. */
  const snapshots = async () => {
    const { rows } = await withClient(connectionString, (client) =>
      client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      ),
    )
    return rows[0]?.n
  }

  test('is as it stood when it was begun, however long its reader takes', async () => {
    await asOwner(
      `insert into application select region_code, gen_random_uuid(), '513200-20260305-' || lpad(n::text, 6, '0'), version, seq, head,
         status, stage, item_id, department_id, waits_for, window_account, '2026-03-05', applicant_identity, applicant_name, due_on,
         due_kind, card, next_fall_at, follow_up, query_code_hash, pairs, jsonb_set(state, '{applicant,name}', to_jsonb(repeat('示例', 1000)))
         from application, generate_series(1, $2::int) n where number = $1`,
      [numbers[2], LONG],
    )
    const answer = await download('&receivedFrom=2026-03-05')
    await asOwner(
      `update application set department_id = 'market-regulation' where received_on = '2026-03-05'`,
    )
    const lines = (await buffer(answer)).toString().split('\r\n').slice(2, -1)
    expect(lines).toHaveLength(LONG)
    const place = reference.getOrganisation('culture-tourism').shortName
    expect(lines.every((line) => line.includes(`,${place},`))).toBe(true)
  })

  test('waits for its reader, lets two run and no third, and stops when the reader goes', async () => {
    const [one, two] = [await download(), await download()]
    await expect.poll(snapshots, { timeout: 10_000 }).toBe(2)
    const third = await download()
    expect(third.statusCode).toBe(429)
    expect(third.headers['retry-after']).toBe('60')
    expect(JSON.parse((await buffer(third)).toString())).toMatchObject({
      code: 'too-many-attempts',
    })
    expect((await send(SUPERVISOR, '/count')).json()).toMatchObject({ busy: true })
    one.destroy()
    two.destroy()
    await expect.poll(snapshots, { timeout: 10_000 }).toBe(0)
    await expect
      .poll(async () => (await audited('export-ended'))[0]?.detail)
      .toMatchObject({ complete: false })
    expect(numbersIn(await csv(SUPERVISOR, '&receivedTo=2026-03-04'))).toEqual(numbers)
  })
})

import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
/** Friday 6 March 2026, 15:00. */
let now = '2026-03-06T07:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())

const QUESTION = {
  kind: 'consultation',
  itemId: 'aba-36',
  applicationNumber: null,
  title: '网吧要多大面积',
  text: '在红原县开网吧，面积有要求吗？<script>alert(1)</script>',
  name: '卓玛示例',
  phone: '13800000000',
  email: null,
}
const ask = async (over: object = {}, username: string | null = null) =>
  await server.send(username, 'POST', '/api/enquiries', {
    enquiryId: newId(),
    ...QUESTION,
    ...over,
  })
const answer = async (username: string, enquiryId: string, over: object = {}) =>
  await server.send(username, 'POST', `/api/enquiries/${enquiryId}/answer`, {
    commandId: newId(),
    expectedRevision: 1,
    text: '单机面积不少于 2 平方米，其他条件见办事指南。',
    publish: true,
    ...over,
  })
const rowsOf = async (username: string, state = 'open') =>
  (
    (await server.send(username, 'GET', `/api/enquiries?state=${state}`)).json() as {
      rows: { enquiryId: string; number: string; askerName: string; overdue: boolean }[]
    }
  ).rows

describe('a question', () => {
  test('is numbered, due in three working days, and waits at the item’s department', async () => {
    const asked = await ask()
    expect(asked.json()).toMatchObject({
      number: 'ZX-20260306-0001',
      dueOn: '2026-03-11',
      answererName: '州文体旅游局',
    })
    const [row] = await rowsOf('wentilv.shenhe')
    expect(row).toMatchObject({ number: 'ZX-20260306-0001', askerName: '卓***', overdue: false })
    expect(await rowsOf('shichangju.shenhe')).toEqual([])
    expect(await rowsOf('chuangkou1')).toEqual([])
  })

  test('sent again is the same question, without a gap in the series', async () => {
    const enquiryId = newId()
    const first: { number: string; queryCode: string } = (await ask({ enquiryId })).json()
    expect(first.queryCode).toMatch(/^\d{6}$/)
    const again = (await ask({ enquiryId })).json()
    // The code was shown once: whoever learns the question's id cannot ask for it again.
    expect(again).toEqual({ ...first, queryCode: null })
    const next: { number: string } = (await ask()).json()
    expect(Number(next.number.slice(-4))).toBe(
      Number((first as { number: string }).number.slice(-4)) + 1,
    )
  })

  test('about nothing in particular is the window’s, and may be sent on', async () => {
    const enquiryId = newId()
    await ask({ enquiryId, itemId: null })
    const forward = await server.send('chuangkou1', 'POST', `/api/enquiries/${enquiryId}/forward`, {
      commandId: newId(),
      expectedRevision: 1,
      departmentId: 'market-regulation',
      reason: '涉及营业执照',
    })
    expect(forward.statusCode).toBe(200)
    expect(await rowsOf('chuangkou1')).toEqual([])
    const waiting = await rowsOf('shichangju.shenhe')
    expect(waiting.map((row) => row.enquiryId)).toContain(enquiryId)
  })

  test('is answered by its department once, published without the asker, and read by code', async () => {
    const enquiryId = newId()
    const asked: { number: string; queryCode: string } = (await ask({ enquiryId })).json()
    expect((await answer('shichangju.shenhe', enquiryId)).json()).toMatchObject({
      code: 'not-your-department',
    })
    const given = await answer('wentilv.shenhe', enquiryId)
    expect(given.json()).toMatchObject({ state: 'answered', possible: [] })
    expect((await answer('wentilv.jueding', enquiryId)).json()).toMatchObject({
      code: 'enquiry-closed',
    })
    const read = await server.send(null, 'POST', '/api/enquiries/progress', {
      number: asked.number,
      code: asked.queryCode,
    })
    expect(read.json()).toMatchObject({ answer: { byName: expect.any(String) as string } })
    const published = await server.send(null, 'GET', '/api/enquiries/published?itemId=aba-36')
    expect(published.body).toContain('单机面积')
    expect(published.body).not.toContain('卓玛')
    expect(published.body).not.toContain('13800000000')
  })

  test('answered by two at once keeps the first answer', async () => {
    const enquiryId = newId()
    await ask({ enquiryId })
    const both = await Promise.all([
      answer('wentilv.shenhe', enquiryId, { text: '甲的答复。' }),
      answer('wentilv.jueding', enquiryId, { text: '乙的答复。' }),
    ])
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(both.filter(({ statusCode }) => statusCode === 409)).toHaveLength(1)
  })

  test('overdue is counted the day after its limit', async () => {
    await ask({ itemId: 'aba-71' })
    now = '2026-03-12T01:00:00.000Z' as Instant
    const [row] = await rowsOf('guangdianju.shenhe')
    expect(row?.overdue).toBe(true)
    now = '2026-03-06T07:00:00.000Z' as Instant
  })

  test('needs a way to be answered, a real item, and known fields', async () => {
    expect((await ask({ phone: null })).json()).toMatchObject({ code: 'contact-required' })
    expect((await ask({ itemId: 'aba-99' })).json()).toMatchObject({ code: 'unknown-item' })
    expect((await ask({ extra: 1 })).json()).toMatchObject({ code: 'unknown-field' })
    expect((await ask({ title: '' })).json()).toMatchObject({ code: 'invalid-input' })
  })
})

describe('the query code', () => {
  test('locks the number after five wrong ones, and an unknown number answers alike', async () => {
    const asked: { number: string; queryCode: string } = (await ask()).json()
    const wrong = asked.queryCode === '000000' ? '000001' : '000000'
    const look = async (number: string, code: string) =>
      (await server.send(null, 'POST', '/api/enquiries/progress', { number, code })).json() as {
        code: string
      }
    const unknown = await look('ZX-20260306-9999', wrong)
    for (let time = 0; time < 5; time += 1)
      expect((await look(asked.number, wrong)).code).toBe(unknown.code)
    expect((await look(asked.number, asked.queryCode)).code).toBe('query-locked')
    for (let time = 1; time < 5; time += 1) await look('ZX-20260306-9999', wrong)
    expect((await look('ZX-20260306-9999', wrong)).code).toBe('query-locked')
  })
})

describe('guesses at once', () => {
  test('at a query code are no more than five, whatever comes in parallel', async () => {
    const asked: { number: string; queryCode: string } = (await ask()).json()
    const wrong = asked.queryCode === '000000' ? '000001' : '000000'
    const guesses = await Promise.all(
      Array.from({ length: 12 }, async () =>
        server.send(null, 'POST', '/api/enquiries/progress', {
          number: asked.number,
          code: wrong,
        }),
      ),
    )
    const codes = guesses.map((one) => one.json<{ code: string }>().code)
    expect(codes.filter((code) => code === 'query-code-wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'query-locked')).toHaveLength(7)
  })

  test('the code that an earlier release gave still opens its enquiry', async () => {
    const enquiryId = newId()
    const { number }: { number: string } = (await ask({ enquiryId })).json()
    const digest = createHash('sha256').update(`enquiry-code:${enquiryId}`).digest()
    const old = String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
    await database.query(
      'update enquiry set query_code_hash = $3 where region_code = $1 and enquiry_id = $2',
      [REGION, enquiryId, createHash('sha256').update(`${enquiryId}:${old}`).digest('hex')],
    )
    const read = await server.send(null, 'POST', '/api/enquiries/progress', { number, code: old })
    expect(read.json()).toMatchObject({ number })
  })
})

describe('a complaint', () => {
  test('goes to supervision alone, even when it names an item', async () => {
    const enquiryId = newId()
    const asked = await ask({ enquiryId, kind: 'complaint', title: '态度生硬' })
    expect(asked.json()).toMatchObject({ number: 'TS-20260306-0001', dueOn: '2026-03-13' })
    expect((await rowsOf('wentilv.shenhe')).map((row) => row.enquiryId)).not.toContain(enquiryId)
    expect((await answer('wentilv.shenhe', enquiryId)).json()).toMatchObject({
      code: 'separation-of-duties',
    })
    expect((await answer('ducha', enquiryId)).json()).toMatchObject({ published: false })
  })
})

describe('the citizen’s own', () => {
  test('stand in their list, and in nobody else’s', async () => {
    await ask({ phone: null, title: '我的问题' }, 'shenqing1')
    const own = await server.send('shenqing1', 'GET', '/api/enquiries/mine')
    expect(own.body).toContain('我的问题')
    const others = await server.send('shenqing2', 'GET', '/api/enquiries/mine')
    expect(others.json()).toEqual({ enquiries: [] })
  })
})

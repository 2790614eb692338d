import { expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer } from '../../tests/support/composed-server.ts'
import { ADDRESS_FAILURES_ALLOWED } from './progress-lock.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { newId } from '../event-log/chain.ts'

const { database } = await freshDatabase()
const server = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant, {
  behindProxy: true,
})
const IDENTITY = '513201198805120015'

/** An application as the window receives it, with the code that stands on its slip. */
async function received(): Promise<{ number: string; code: string }> {
  const answer = await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId: newId(),
    itemId: 'aba-36',
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: IDENTITY,
      phone: '13912340001',
      address: '马尔康市示例路 1 号',
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  const { number } = answer.json<{ number: string }>()
  const [slip] = await database.query<{ content: unknown }>(
    `select n.content from notice n join application a on a.region_code = 513200 and a.application_id = n.application_id
      where n.region_code = 513200 and a.number = $1 and n.kind = 'receipt-slip'`,
    [number],
  )
  const code = /查询密码[^\d]*(\d{6})/.exec(JSON.stringify(slip?.content))?.[1]
  if (code === undefined) throw new Error('The slip shows no query code')
  return { number, code }
}

let addresses = 0
const newAddress = () => `10.1.${(addresses += 1)}.1`

const lookUp = async (number: string, code: string, address = newAddress()) =>
  await server.http.inject({
    method: 'POST',
    url: '/api/progress',
    headers: { 'x-yichuang': '1', 'x-forwarded-for': address },
    payload: { number, code },
  })
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

test('number and code show where it stands, and nobody’s whole name, identity, phone or address', async () => {
  const { number, code } = await received()
  const answer = await lookUp(number, code)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    number,
    applicantName: '张**',
    statusName: '已收件',
    due: { acceptance: { state: 'running', on: '2026-03-09' } },
    notices: [{ title: '申请材料接收凭证' }],
  })
  for (const datum of ['张某某', IDENTITY, '13912340001', '示例路'])
    expect(answer.body).not.toContain(datum)
})

test('the number may be typed without hyphens or in wide digits, the code with spaces', async () => {
  const { number, code } = await received()
  const plain = number.replaceAll('-', '')
  const wide = plain.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  expect((await lookUp(plain, `${code.slice(0, 3)} ${code.slice(3)}`)).statusCode).toBe(200)
  expect((await lookUp(wide, code)).statusCode).toBe(200)
})

test('a wrong code and a number that nobody has are answered alike', async () => {
  const { number, code } = await received()
  const wrong = await lookUp(number, wrongOf(code))
  const unknown = await lookUp('513200-20260302-999999', code)
  expect(wrong.statusCode).toBe(404)
  expect({ ...unknown.json<object>(), instance: '' }).toEqual({
    ...wrong.json<object>(),
    instance: '',
  })
})

test.each(['a number that exists', 'a number that does not'])(
  'five failures lock %s from anywhere, and the answer says until when',
  async (which) => {
    const { number, code } = await received()
    const asked = which === 'a number that exists' ? number : '513200-20260302-888888'
    for (let failure = 1; failure <= 4; failure += 1)
      expect((await lookUp(asked, wrongOf(code))).json()).toMatchObject({
        code: 'progress-not-found',
      })
    const fifth = await lookUp(asked, wrongOf(code))
    expect(fifth.statusCode).toBe(429)
    expect(fifth.json<{ detail: string }>().detail).toMatch(/已锁定至 \d{4}-\d\d-\d\d \d\d:\d\d/)
    expect(Number(fifth.headers['retry-after'])).toBeGreaterThan(1_700)
    expect((await lookUp(asked, code)).json()).toMatchObject({ code: 'progress-locked' })
  },
)

test('sixty failures lock an address, whatever numbers they were, also after a right one in between', async () => {
  const address = newAddress()
  const one = await received()
  for (let failure = 1; failure < ADDRESS_FAILURES_ALLOWED; failure += 1)
    await lookUp(`513200-20260302-7777${10 + failure}`, '123456', address)
  expect((await lookUp(one.number, one.code, address)).statusCode).toBe(200)
  expect((await lookUp('513200-20260302-777799', '123456', address)).statusCode).toBe(429)
  expect((await lookUp(one.number, one.code, address)).json()).toMatchObject({
    code: 'progress-locked',
  })
  expect((await lookUp(one.number, one.code)).statusCode).toBe(200)
})

test('a lock that has run out is over', async () => {
  const { number, code } = await received()
  for (let failure = 1; failure <= 5; failure += 1) await lookUp(number, wrongOf(code))
  await database.query(
    `update code_lock set locked_until = '2026-01-01', failed_at = '2026-01-01' where region_code = 513200`,
  )
  expect((await lookUp(number, code)).statusCode).toBe(200)
})

test.each([
  { number: '', code: '' },
  { number: 'x'.repeat(41), code: '1' },
  { number: '1', code: '1', more: 1 },
])('what is no number and no code is refused by field: %j', async (body) => {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/progress',
    headers: { 'x-yichuang': '1' },
    payload: body,
  })
  expect(answer.statusCode).toBe(422)
})

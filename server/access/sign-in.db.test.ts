import argon2 from 'argon2'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { takeAttempt } from './sign-in-lock.ts'
import { accessServer, PASSWORD, REGION } from './testing/access-server.ts'

const { database } = await freshDatabase()
const server = await accessServer(database)

const attempt = (username: string, password: string) =>
  server.send('POST', '/api/session', { body: { username, password } })

test('a window clerk signs in and is shown the window of their post', async () => {
  const answer = await attempt('chuangkou1', PASSWORD)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    username: 'chuangkou1',
    name: '张示例',
    role: 'window-clerk',
    roleName: '窗口受理人员',
    organisationName: '州行政审批服务中心',
    window: 1,
    home: '/window',
    mustChangePassword: false,
    today: '2026-03-02',
  })
})

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await attempt('daiban', 'Cuowu-0000')
  const unknown = await attempt('meiyouzhegeren', 'Cuowu-0000')
  expect(wrong.statusCode).toBe(401)
  expect(wrong.json()).toMatchObject({ code: 'sign-in-failed' })
  // All but the number of the request.
  expect({ ...unknown.json(), instance: '' }).toEqual({ ...wrong.json(), instance: '' })
})

test.each(['ducha', 'nobody.at.all'])(
  'after five failures the name %s is locked for fifteen minutes, whoever has it',
  async (username) => {
    for (let failure = 1; failure <= 4; failure += 1) {
      expect((await attempt(username, 'Cuowu-0000')).json()).toMatchObject({
        code: 'sign-in-failed',
      })
    }
    const fifth = await attempt(username, 'Cuowu-0000')
    expect(fifth.statusCode).toBe(423)
    expect(fifth.json()).toMatchObject({ code: 'account-locked' })
    expect(fifth.json<{ detail: string }>().detail).toMatch(
      /已锁定至 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/,
    )
    const rightPassword = await attempt(username, PASSWORD)
    expect(rightPassword.json()).toMatchObject({ code: 'account-locked' })
    expect(Number(rightPassword.headers['retry-after'])).toBeGreaterThan(800)
  },
)

test('of twenty attempts at once, as several servers would count them, five passwords are looked at', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 20 }, () => takeAttempt(database, REGION, 'guessed.at.once')),
  )
  expect(attempts.filter(({ allowed }) => allowed)).toHaveLength(5)
})

test('ten tabs of one person with the right password are all let in', async () => {
  const tabs = await Promise.all(Array.from({ length: 10 }, () => attempt('chuangkou3', PASSWORD)))
  expect(tabs.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 200))
})

test('a lock that has run out lets the right password in and is forgotten', async () => {
  for (let failure = 1; failure <= 5; failure += 1) await attempt('yongyin1', 'Cuowu-0000')
  await database.query(
    `update sign_in_lock set locked_until = $2, failed_at = $2 where region_code = $1`,
    [REGION, new Date(Date.now() - 1000).toISOString()],
  )
  expect((await attempt('yongyin1', PASSWORD)).statusCode).toBe(200)
  expect((await attempt('yongyin1', 'Cuowu-0000')).json()).toMatchObject({
    code: 'sign-in-failed',
  })
})

test('the audit names who tried, never what was typed for a name that nobody has', async () => {
  await attempt('mima123456', 'Cuowu-0000')
  const rows = await database.query<{ outcome: string; account_id: string | null }>(
    'select outcome, account_id from sign_in_audit where region_code = $1 order by audit_id desc limit 1',
    [REGION],
  )
  expect(rows).toEqual([{ outcome: 'failed', account_id: null }])
})

test('the application cannot rewrite the audits', async () => {
  for (const table of ['sign_in_audit', 'access_audit']) {
    await expect(
      database.query(`delete from ${table} where region_code = $1`, [REGION]),
    ).rejects.toThrow('permission denied')
    await expect(
      database.query(`update ${table} set at = at where region_code = $1`, [REGION]),
    ).rejects.toThrow('permission denied')
  }
})

test('the cookie is out of reach of scripts and other sites, and secure where the server says so', async () => {
  const plain = await attempt('chuangkou2', PASSWORD)
  expect(plain.headers['set-cookie']).toMatch(
    /^yichuang=513200\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const secure = await accessServer(database, { secureCookies: true })
  const answer = await secure.send('POST', '/api/session', {
    body: { username: 'chuangkou2', password: PASSWORD },
  })
  expect(answer.headers['set-cookie']).toMatch(/^__Host-yichuang=.*; Secure;/)
})

test('the database keeps no token with which one could sign in', async () => {
  const cookie = await server.signIn('chuangkou3')
  const [row] = await database.query<{ found: number }>(
    `select count(*) as found from session where region_code = $1 and encode(token_hash, 'escape') like '%' || $2 || '%'`,
    [REGION, cookie.split('.')[1]],
  )
  expect(row?.found).toBe(0)
})

test('too many attempts in a row are slowed down', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => attempt('kuaikuai', 'Cuowu-0000')),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(4)
  expect(answers.at(-1)?.json()).toMatchObject({ code: 'too-many-attempts' })
})

test('nobody of a hall behind one address is told to wait', async () => {
  const answers = await Promise.all(
    Array.from({ length: 260 }, (_, at) => attempt(`renren${at}`, 'Cuowu-0000')),
  )
  expect(answers.filter(({ statusCode }) => statusCode !== 401)).toEqual([])
}, 180_000)

test('who guesses passwords for one name is told how long to wait', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => attempt('caimima', 'Cuowu-0000')),
  )
  const slowed = answers.filter(({ statusCode }) => statusCode === 429)
  expect(slowed.length).toBeGreaterThanOrEqual(5)
  for (const { headers } of slowed) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
})

test('a password kept with older settings opens, and is kept with today’s from then on', async () => {
  const account = [REGION, server.accounts.get('chuangkou2')]
  const hashNow = async () => {
    const [row] = await database.query<{ hash: string }>(
      'select password_hash as hash from account where region_code = $1 and account_id = $2',
      account,
    )
    return row?.hash ?? ''
  }
  const older = await argon2.hash(PASSWORD, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 })
  await database.query(
    'update account set password_hash = $3 where region_code = $1 and account_id = $2',
    [...account, older],
  )
  expect((await attempt('chuangkou2', PASSWORD)).statusCode).toBe(200)
  await expect.poll(hashNow, { timeout: 10_000 }).toContain('m=7168,t=5,p=1')
  expect((await attempt('chuangkou2', PASSWORD)).statusCode).toBe(200)
})

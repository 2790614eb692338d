import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer, REGION } from './testing/access-server.ts'

const { database } = await freshDatabase()
const server = await accessServer(database)
const cookies = {
  system: await server.signIn('xitong'),
  security: await server.signIn('anquan'),
  audit: await server.signIn('shenji'),
  supervisor: await server.signIn('ducha'),
  clerk: await server.signIn('chuangkou1'),
  head: await server.signIn('wentilv.fuze'),
  applicant: await server.signIn('shenqing1'),
}
type Who = keyof typeof cookies

const idOf = (username: string) => server.accounts.get(username) ?? ''
const put = (who: Who, username: string, what: string, body: unknown) =>
  server.send('PUT', `/api/accounts/${idOf(username)}/${what}`, { cookie: cookies[who], body })
const newcomer = {
  username: 'xinren',
  name: '新人示例',
  role: 'reviewer',
  organisationId: 'culture-tourism',
  window: null,
  password: 'Chushi-2026',
}
const create = (who: Who, changes: object = {}) =>
  server.send('POST', '/api/accounts', { cookie: cookies[who], body: { ...newcomer, ...changes } })

const MAY: Record<
  string,
  { readonly who: readonly Who[]; readonly act: (who: Who) => ReturnType<typeof put> }
> = {
  查看账号清单: {
    who: ['system', 'security', 'audit', 'supervisor'],
    act: (who) => server.send('GET', '/api/accounts', { cookie: cookies[who] }),
  },
  新建账号: { who: ['system'], act: (who) => create(who, { username: `new.${who}` }) },
  停用账号: {
    who: ['system'],
    act: (who) => put(who, 'guangdianju.shenhe', 'disabled', { disabled: false }),
  },
  开通岗位: {
    who: ['security'],
    act: (who) => put(who, 'guangdianju.shenhe', 'post', { open: true }),
  },
  登记培训: {
    who: ['security', 'supervisor'],
    act: (who) => put(who, 'chuangkou7', 'training', { passed: [] }),
  },
}

test.each(
  Object.entries(MAY).flatMap(([what, { who }]) =>
    (Object.keys(cookies) as Who[]).map((one) => [what, one, who.includes(one)] as const),
  ),
)('%s: %s, permitted: %s', async (what, who, permitted) => {
  const answer = await MAY[what]?.act(who)
  expect(answer?.statusCode).toBe(permitted ? 200 : 403)
  if (!permitted) expect(answer?.json()).toMatchObject({ code: 'not-permitted' })
})

test('a new member of staff changes the password first, then waits for the post to be opened', async () => {
  const made = await create('system')
  expect(made.json()).toMatchObject({
    username: 'xinren',
    roleName: '审核人',
    organisationName: '州文体旅游局',
    postOpen: false,
  })
  const { accountId } = made.json<{ accountId: string }>()
  const cookie = await server.signIn('xinren', newcomer.password)
  const look = () =>
    server.send('PUT', `/api/accounts/${accountId}/training`, { cookie, body: { passed: [] } })
  expect((await server.send('GET', '/api/session', { cookie })).json()).toMatchObject({
    mustChangePassword: true,
  })
  expect((await look()).json()).toMatchObject({ code: 'password-change-required' })
  await server.send('POST', '/api/session/password', {
    cookie,
    body: { current: newcomer.password, next: 'Ziji-2026-mima' },
  })
  expect((await server.context.sessions.read(cookie))?.postOpen).toBe(false)
  await server.send('PUT', `/api/accounts/${accountId}/post`, {
    cookie: cookies.security,
    body: { open: true },
  })
  expect((await server.context.sessions.read(cookie))?.postOpen).toBe(true)
})

test.each([
  ['a taken name', { username: 'ChuangKou1' }, 409, 'username-taken'],
  ['a reviewer without a department', { organisationId: null }, 422, 'organisation-required'],
  ['an unknown department', { organisationId: 'moon' }, 422, 'unknown-organisation'],
  ['a clerk without a window', { role: 'window-clerk' }, 422, 'window-required'],
  ['a weak password', { password: 'aaaaaaaaaaaa' }, 422, 'password-too-simple'],
  ['a short password', { password: 'Aa1' }, 422, 'invalid-input'],
  ['the law as a role', { role: 'law' }, 422, 'invalid-input'],
])('an account with %s is not made', async (_what, changes, status, code) => {
  const answer = await create('system', { username: 'buhui', ...changes })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
})

test('nobody changes their own account, post or training', async () => {
  const answers = [
    await put('security', 'anquan', 'post', { open: false }),
    await put('security', 'anquan', 'training', { passed: ['etiquette'] }),
    await put('supervisor', 'ducha', 'training', { passed: ['etiquette'] }),
    await put('system', 'xitong', 'disabled', { disabled: true }),
  ]
  for (const answer of answers) {
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'own-account' })
  }
})

test('training takes the place of what was recorded before, and only real courses count', async () => {
  const passed = ['culture-tourism', 'etiquette']
  expect((await put('supervisor', 'chuangkou7', 'training', { passed })).json()).toMatchObject({
    training: passed,
  })
  expect(
    (await put('supervisor', 'chuangkou7', 'training', { passed: ['etiquette'] })).json(),
  ).toMatchObject({ training: ['etiquette'] })
  const unknown = await put('security', 'chuangkou7', 'training', { passed: ['approval-bureau'] })
  expect(unknown.json()).toMatchObject({ code: 'unknown-course' })
})

test('a disabled account is out at once and cannot come back in', async () => {
  const cookie = await server.signIn('kejiju.jueding')
  await put('system', 'kejiju.jueding', 'disabled', { disabled: true })
  expect((await server.send('GET', '/api/session', { cookie })).statusCode).toBe(401)
  await expect(server.signIn('kejiju.jueding')).rejects.toThrow('account-disabled')
  await put('system', 'kejiju.jueding', 'disabled', { disabled: false })
  await server.signIn('kejiju.jueding')
})

test('the system administrator sees a locked account and unlocks it', async () => {
  for (let failure = 0; failure < 5; failure += 1) {
    await server.signIn('sifaju.fuze', 'Cuowu-0000').catch(() => undefined)
  }
  const locked = async () =>
    (await server.send('GET', '/api/accounts', { cookie: cookies.system }))
      .json<{ accounts: { username: string; locked: boolean }[] }>()
      .accounts.filter((account) => account.locked)
      .map(({ username }) => username)
  expect(await locked()).toEqual(['sifaju.fuze'])
  await put('system', 'sifaju.fuze', 'disabled', { disabled: false })
  expect(await locked()).toEqual([])
  await server.signIn('sifaju.fuze')
})

test('an account of another region is not to be found', async () => {
  const answer = await server.send(
    'PUT',
    '/api/accounts/0192f0c1-2b3c-7def-8123-456789abcdef/post',
    {
      cookie: cookies.security,
      body: { open: true },
    },
  )
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found'])
})

test('every change of an account is written down with who made it', async () => {
  await put('security', 'nongyeju.shenhe', 'post', { open: false })
  const rows = await database.query(
    `select action, actor_role, subject_id from access_audit
      where region_code = $1 and subject_id = $2`,
    [REGION, idOf('nongyeju.shenhe')],
  )
  expect(rows).toEqual([
    {
      action: 'post-closed',
      actor_role: 'security-admin',
      subject_id: idOf('nongyeju.shenhe'),
    },
  ])
})

test('whoever lost the post is refused everything but their own session', async () => {
  const cookie = await server.signIn('shenji')
  await put('security', 'shenji', 'post', { open: false })
  expect((await server.send('GET', '/api/accounts', { cookie })).json()).toMatchObject({
    code: 'post-not-open',
  })
  expect((await server.send('GET', '/api/session', { cookie })).statusCode).toBe(200)
})

import { afterAll, expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { makeRatingLink } from '../../server/ratings/rating-links.ts'
import { composedServer, PASSWORD, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { APPLICANT, received } from './support/received.ts'

const PHONE = '13912345678'
const EMAIL = 'zhuoma.shili@example.com'
const IDENTITY = '51322119900307001X'
const NEW_PASSWORD = 'Ceshi-2026-mima'

const lines: string[] = []
const { database } = await freshDatabase()
const server = await composedServer(database, () => '2026-03-02T01:00:00.000Z' as Instant, {
  logLevel: 'trace',
  logTo: { write: (line) => void lines.push(line) },
  // Nobody listens there: what is said of a failure is looked at too.
  citizens: {
    simulateSms: true,
    messages: { mail: { url: `smtp://user:${PASSWORD}@127.0.0.1:1`, from: 'x@y.cn' } },
  },
})
afterAll(() => server.close())

async function sent(
  username: string | null,
  url: string,
  body: object,
): Promise<Record<string, string>> {
  const answer = await server.send(username, 'POST', url, body)
  return answer.json()
}

test('no code, token, password, name or number of anybody reaches the log', async () => {
  const secrets = [PASSWORD, NEW_PASSWORD, PHONE, EMAIL, IDENTITY, APPLICANT.identityNumber]

  const { codeId = '' } = await sent(null, '/api/citizens/codes', { phone: PHONE })
  const code = await codeSentTo(PHONE)
  secrets.push(code, codeId)
  const registered = await sent(null, '/api/citizens', {
    codeId,
    code,
    name: '卓玛示例',
    identityType: 'id-card',
    identityNumber: IDENTITY,
    contactName: null,
    password: NEW_PASSWORD,
    claim: false,
  })
  expect(registered).toMatchObject({ me: { name: '卓玛示例' } })
  secrets.push('卓玛示例')
  const mail = await sent('shenqing1', '/api/citizens/me/contact/codes', {
    contact: 'email',
    to: EMAIL,
  })
  secrets.push(mail['codeId'] ?? '')

  const draftId = newId()
  await sent('shenqing1', '/api/drafts', { draftId, itemId: 'aba-36', content: {} })
  const slip = await sent('shenqing1', `/api/drafts/${draftId}/slip-code`, {})
  const pairing = await sent('shenqing1', `/api/drafts/${draftId}/materials/1/pairings`, {})
  secrets.push(slip['code'] ?? '', pairing['code'] ?? '')
  await sent('chuangkou1', '/api/window/drafts', { code: slip['code'] })

  const applicationId = await received(server)
  const link = (await makeRatingLink(database, REGION, applicationId, 'intake')).slice(6)
  secrets.push(link)
  await server.send(null, 'GET', `/api/rating-links/${link}`)
  await server.send(null, 'GET', '/api/oidc/callback?code=geheim-oidc-code&state=geheim-state')
  secrets.push('geheim-oidc-code', 'geheim-state')
  await sent(null, '/api/progress', { number: '513200-20260302-000001', code: '482913' })
  secrets.push('482913', '513200-20260302')
  await server.http.inject({ url: '/api/messages', headers: { cookie: 'yichuang=geheim-cookie' } })
  secrets.push('geheim-cookie', await server.signIn('shenqing1'))

  expect(secrets.filter((one) => one.length < 4)).toEqual([])
  // The letter to nowhere has failed, and the log says so.
  await expect.poll(() => lines.join(''), { timeout: 20_000 }).toMatch(/could not be sent/)
  const log = lines.join('')
  expect(log).toContain('/api/rating-links/:link')
  expect(secrets.filter((one) => log.includes(one))).toEqual([])
})

async function codeSentTo(phone: string): Promise<string> {
  let code = ''
  await expect
    .poll(
      async () => {
        const answer = await server.send(null, 'GET', '/api/demonstration-messages')
        const { messages } = answer.json<{ messages: { to: string; text: string }[] }>()
        const text = messages.find(({ to }) => to === phone)?.text ?? ''
        code = /\d{6}/.exec(text)?.[0] ?? ''
        return code
      },
      { timeout: 20_000 },
    )
    .toMatch(/^\d{6}$/)
  return code
}

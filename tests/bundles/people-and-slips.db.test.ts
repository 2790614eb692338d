import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../../server/event-log/chain.ts'
import { bundleCentre, CHOICES, OWNER, SHOP, TYPED } from '../support/bundle-centre.ts'
import { REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const { server, guide, intake, send, view, caseOf, countOf, setNow } = await bundleCentre(database)
afterAll(() => server.close())

const AGENT = { name: '卓玛某某', identityType: 'id-card', identityNumber: '513225199508200022' }

/** 张某某 lets 卓玛某某 apply for these items until the end of March. */
async function agreed(items: readonly string[] | null = null): Promise<string> {
  const mandateId = newId()
  const offered = await server.send('shenqing1', 'POST', '/api/mandates', {
    mandateId,
    agent: AGENT,
    role: 'agent',
    items,
    acts: ['apply', 'withdraw'],
    from: '2026-03-02',
    until: '2026-03-31',
  })
  expect(offered.statusCode, offered.body).toBe(200)
  await server.send('shenqing2', 'POST', `/api/mandates/${mandateId}/answer`, { accept: true })
  return mandateId
}

describe('a bundle for somebody else', () => {
  test('is of whom the mandate names; the agent follows the case, and withdraws a part of it', async () => {
    const body = { ...intake(), mandateId: await agreed() }
    const sent = await send(body, 'shenqing2')
    expect(sent.statusCode, sent.body).toBe(200)
    const [{ applicationId }] = sent.json<{ applications: [{ applicationId: string }] }>()
      .applications
    const own = await server.send('shenqing1', 'GET', `/api/applications/${applicationId}`)
    expect(own.json()).toMatchObject({ applicant: OWNER, onBehalf: { name: '卓玛某某' } })
    expect((await caseOf(body.bundleCaseId, 'shenqing2')).applications).toHaveLength(2)
    for (const username of ['shenqing1', 'shenqing2'])
      expect((await server.send(username, 'GET', '/api/bundle-cases')).json()).toMatchObject({
        cases: [{ bundleCaseId: body.bundleCaseId }],
      })
    const { version } = await view(applicationId)
    const withdrawn = await server.send(
      'shenqing2',
      'POST',
      `/api/applications/${applicationId}/withdraw`,
      { commandId: newId(), expectedVersion: version, reason: '委托人不再开办' },
    )
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
    const stuck = (await caseOf(body.bundleCaseId, 'shenqing2')).applications[1]
    expect(stuck?.deadEnd?.choices).toEqual(['withdraw'])
  })

  test('under a mandate that expired meanwhile, covers one item only, or is gone, receives nothing', async () => {
    const whole = intake()
    const refused = async (mandateId: string) => {
      const answer = await send({ ...whole, mandateId }, 'shenqing2')
      expect(answer.json()).toMatchObject({ code: 'mandate-invalid' })
      expect(await countOf(whole)).toEqual({ applications: 0, cases: 0 })
      return answer.json<{ detail: string }>().detail
    }
    expect(await refused(await agreed(['aba-49']))).toContain('不包括本事项')
    expect(await refused(newId())).toContain('不存在')
    const expiring = await agreed()
    setNow('2026-03-31T16:00:00.000Z')
    expect(await refused(expiring)).toContain('到期')
    setNow()
  })
})

describe('a bundle at the window', () => {
  const atCounter = (more: object = {}) => {
    const body = intake()
    return {
      ...body,
      applicant: { ...TYPED, ...OWNER },
      channel: 'window',
      parts: body.parts.map((part) => ({ ...part, formVersion: null as number | null })),
      ...more,
    }
  }

  test('is one receipt: each part has its number, its query code and its receipt; forms may be on paper', async () => {
    const received = await send(atCounter(), 'chuangkou1')
    expect(received.statusCode, received.body).toBe(200)
    const { applications } = received.json<{
      applications: { queryCode: string; number: string; notice: { noticeId: string } | null }[]
    }>()
    expect(applications).toHaveLength(2)
    for (const { queryCode, number, notice } of applications) {
      expect(queryCode).toMatch(/^\d{6}$/)
      expect(notice).toMatchObject({ noticeId: expect.any(String) })
      const progress = await server.send(null, 'POST', '/api/progress', {
        number,
        code: queryCode,
      })
      expect(progress.statusCode, progress.body).toBe(200)
    }
  })

  test('online a form is never left out', async () => {
    const { channel: _window, ...body } = atCounter()
    const answer = await send({ ...body, channel: 'portal', answers: {}, applicant: TYPED })
    expect(answer.json()).toMatchObject({ code: 'form-invalid' })
  })

  const content = () => ({
    choices: CHOICES,
    own: { 'aba-60': { trade: 'catering' } },
    answers: { 'enterprise.name': '示例餐馆' },
    applicant: TYPED,
    mandateId: null,
    ways: { '场所租赁、使用文件': 'upload' },
  })
  const slipOf = async (username: string | null, draftId: string, body: object = content()) =>
    await server.send(username, 'POST', `/api/bundle-drafts/${draftId}/slip-code`, {
      bundleId: SHOP,
      content: body,
    })
  const openBy = async (username: string | null, code: string) =>
    await server.send(
      username,
      'POST',
      username === 'chuangkou1' ? '/api/window/bundle-drafts' : '/api/bundle-draft-codes',
      { code },
    )

  test('goes on from the code of a slip, with who the account is, audited; received, the code opens nothing', async () => {
    const draftId = newId()
    const { code } = (await slipOf('shenqing1', draftId)).json<{ code: string }>()
    expect(code).toMatch(/^1-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const opened = await openBy('chuangkou1', code.toLowerCase())
    expect(opened.json()).toMatchObject({
      bundleId: SHOP,
      content: { applicant: OWNER, answers: { 'enterprise.name': '示例餐馆' } },
    })
    const looks = await database.query(
      `select 1 from access_audit where region_code = $1 and action = 'draft-opened-at-window' and subject_id = $2`,
      [REGION, draftId],
    )
    expect(looks).toHaveLength(1)
    const body = atCounter({ slipCode: code })
    const [first, again] = [await send(body, 'chuangkou1'), await send(body, 'chuangkou1')]
    expect([first.statusCode, again.statusCode], first.body).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    expect((await openBy('chuangkou1', code)).json()).toMatchObject({ code: 'code-wrong' })
  })

  test('a code opens an account’s slip to that account alone, and a new code ends the old one', async () => {
    const draftId = newId()
    const { code: old } = (await slipOf('shenqing1', draftId)).json<{ code: string }>()
    const { code } = (await slipOf('shenqing1', draftId)).json<{ code: string }>()
    expect((await openBy('shenqing1', old)).json()).toMatchObject({ code: 'code-wrong' })
    expect((await openBy('shenqing2', code)).json()).toMatchObject({ code: 'draft-of-account' })
    expect((await openBy(null, code)).json()).toMatchObject({ code: 'draft-of-account' })
    expect((await openBy('shenqing1', code)).statusCode).toBe(200)
    expect((await slipOf('shenqing2', draftId)).json()).toMatchObject({ code: 'draft-of-account' })
    const anonymous = (await slipOf(null, newId())).json<{ code: string }>()
    expect((await openBy(null, anonymous.code)).statusCode).toBe(200)
  })

  test('five wrong codes lock, and a slip too long or of no bundle is refused', async () => {
    for (let guess = 0; guess < 5; guess += 1)
      expect((await openBy('shenqing2', `1-ZZZZ-ZZZZ-ZZZ${guess + 2}`)).json()).toMatchObject({
        code: 'code-wrong',
      })
    expect((await openBy('shenqing2', '1-ZZZZ-ZZZZ-ZZZZ')).json()).toMatchObject({
      code: 'code-locked',
    })
    const long = { ...content(), answers: { 'enterprise.name': '示'.repeat(7_900) } }
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`a.b${at}`, long.answers['enterprise.name']]),
    )
    const tooLong = await slipOf('shenqing1', newId(), { ...long, answers: many })
    expect(tooLong.json()).toMatchObject({ code: 'draft-too-large' })
    const none = await server.send('shenqing1', 'POST', `/api/bundle-drafts/${newId()}/slip-code`, {
      bundleId: 'open-a-space-port',
      content: content(),
    })
    expect(none.statusCode).toBe(404)
    expect(guide.pinyin).toMatch(/^kai ban shi pin dian/)
  })

  test('what nobody came back for is swept after ninety days', async () => {
    const { code } = (await slipOf('shenqing1', newId())).json<{ code: string }>()
    setNow('2026-06-01T01:00:00.000Z')
    expect(await server.sweepDrafts(REGION)).toBeGreaterThan(0)
    expect((await openBy('chuangkou1', code)).json()).toMatchObject({ code: 'code-wrong' })
    setNow()
  })
})

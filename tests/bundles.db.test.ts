import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BundleCaseView, BundleView } from '../contract/bundles.ts'
import type { FormDefinition } from '../domain/form/form-definition.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { madeUpAnswers } from '../server/catalogue-trial/made-up-answers.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
/** Monday 2 March 2026, 09:00. */
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now, { catalogue: 'shipped' })
afterAll(() => server.close())

const SHOP = 'open-a-food-shop'
const TYPED = {
  kind: null,
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}
const OWN_ANSWERS: Record<string, Record<string, string>> = {
  'aba-49': { entity: 'individual', permit: 'no', agent: 'self' },
  'aba-60': { trade: 'catering', network: 'no' },
}
const CHOICES: Record<string, string> = { 'have-licence': 'no', premises: 'rented' }

let guide: BundleView
beforeAll(async () => {
  guide = (await server.send(null, 'GET', `/api/bundles/${SHOP}`)).json()
})

/** What one citizen sends in at once. */
function intake(itemIds: readonly string[] = ['aba-49', 'aba-60'], choices = CHOICES) {
  const settled: Record<string, Record<string, string>> = {
    'aba-49': { business: 'new', premises: choices['premises'] ?? '' },
    'aba-60': { business: 'new', premises: choices['premises'] ?? '' },
  }
  const parts = guide.parts.filter(({ itemId }) => itemIds.includes(itemId))
  return {
    bundleCaseId: newId(),
    applicant: TYPED,
    channel: 'portal',
    mandateId: null,
    choices,
    answers: Object.assign(
      {},
      ...parts.map(({ itemId, form }) =>
        madeUpAnswers(form as FormDefinition, { ...OWN_ANSWERS[itemId], ...settled[itemId] }),
      ),
    ) as Record<string, unknown>,
    parts: parts.map(({ itemId, form }) => ({
      itemId,
      applicationId: newId(),
      commandId: newId(),
      situation: OWN_ANSWERS[itemId] ?? {},
      materials: {} as Record<string, string>,
      formVersion: form?.version ?? null,
    })),
  }
}
type Intake = ReturnType<typeof intake>

const send = async (body: object, username = 'shenqing1') =>
  await server.send(username, 'POST', `/api/bundles/${SHOP}/cases`, body)

async function lodge(body: Intake) {
  const answer = await send(body)
  expect(answer.statusCode, answer.body).toBe(200)
  const reply: { applications: { itemId: string; applicationId: string; number: string }[] } =
    answer.json()
  const idOf = (itemId: string) =>
    reply.applications.find((one) => one.itemId === itemId)?.applicationId ?? ''
  return { ...reply, licence: idOf('aba-49'), food: idOf('aba-60') }
}

async function view(applicationId: string, username = 'chuangkou1') {
  const answer = await server.send(username, 'GET', `/api/applications/${applicationId}`)
  return answer.json<{
    version: number
    status: string
    bundle: object | null
    due: Record<'acceptance' | 'decision', { state: string; on: string | null }>
    materials: { number: number; state: string }[]
  }>()
}

async function act(username: string, applicationId: string, name: string, fields: object = {}) {
  const { version: expectedVersion } = await view(applicationId)
  return await server.send(username, 'POST', `/api/applications/${applicationId}/${name}`, {
    commandId: newId(),
    expectedVersion,
    ...fields,
  })
}

async function must(...given: Parameters<typeof act>) {
  const answer = await act(...given)
  expect(answer.statusCode, `${given[2]}: ${answer.body}`).toBe(200)
}

async function accept(applicationId: string) {
  const { materials } = await view(applicationId)
  await must('chuangkou1', applicationId, 'assess', {
    materials: Object.fromEntries(materials.map(({ number }) => [number, 'held'])),
    checks: { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true },
    notes: '',
  })
  await must('chuangkou1', applicationId, 'accept')
}

async function review(applicationId: string) {
  await must('shichangju.shenhe', applicationId, 'review', {
    outcome: 'pass',
    opinion: '材料符合规定。',
  })
}

const grant = async (applicationId: string) =>
  await act('shichangju.jueding', applicationId, 'decide', { outcome: 'grant', reason: '' })

async function caseOf(bundleCaseId: string, username = 'shenqing1'): Promise<BundleCaseView> {
  const answer = await server.send(username, 'GET', `/api/bundle-cases/${bundleCaseId}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function countOf(body: Intake): Promise<{ applications: number; cases: number }> {
  const ids = body.parts.map(({ applicationId }) => applicationId)
  const [row] = await database.query<{ applications: number; cases: number }>(
    `select (select count(*)::int from application where region_code = $3 and application_id = any($1)) as applications,
            (select count(*)::int from bundle_case where region_code = $3 and bundle_case_id = $2) as cases`,
    [ids, body.bundleCaseId, REGION],
  )
  return row ?? { applications: -1, cases: -1 }
}

describe('one guide for several items', () => {
  test('names each material once, and says which items use it', () => {
    const names = guide.materials.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(guide.materials.find(({ name }) => name === '场所租赁、使用文件')?.uses).toEqual([
      { itemId: 'aba-49', number: 8 },
      { itemId: 'aba-60', number: 6 },
    ])
    const used = guide.materials.flatMap(({ uses }) => uses)
    expect(used).toHaveLength(guide.parts.flatMap(({ materials }) => materials).length)
  })

  test('is public, lists what waits for what, and keeps each part’s own limit', () => {
    expect(guide.needs).toEqual([{ item: 'aba-60', of: 'aba-49' }])
    expect(guide.parts.map(({ statutoryDays }) => statutoryDays)).toEqual([3, 10])
    expect(Object.keys(guide.form?.schema.properties ?? {})).toContain('enterprise.name')
  })

  test('that nobody has is not found', async () => {
    const answer = await server.send(null, 'GET', '/api/bundles/open-a-space-port')
    expect(answer.statusCode).toBe(404)
  })
})

describe('one intake', () => {
  test('makes an application of each part, with clocks of its own, and one case', async () => {
    const body = intake()
    const { licence, food, applications } = await lodge(body)
    expect(new Set(applications.map(({ number }) => number)).size).toBe(2)
    for (const applicationId of [licence, food])
      expect(await view(applicationId)).toMatchObject({
        status: 'received',
        bundle: { bundleId: SHOP, bundleCaseId: body.bundleCaseId },
        due: { acceptance: { state: 'running', on: '2026-03-09' } },
      })
    await accept(licence)
    expect((await view(licence)).due.decision).toMatchObject({ state: 'running', on: '2026-03-05' })
    expect((await view(food)).due.decision.state).toBe('none')
    now = '2026-03-04T01:00:00.000Z' as Instant
    await accept(food)
    expect((await view(food)).due.decision).toMatchObject({ state: 'running', on: '2026-03-18' })
    now = '2026-03-02T01:00:00.000Z' as Instant
    const mine = await server.send('shenqing1', 'GET', '/api/bundle-cases')
    expect(mine.json()).toMatchObject({
      cases: [{ bundleCaseId: body.bundleCaseId, title: '开办食品店（餐馆）' }],
    })
  })

  test('is of the account that sends it, whatever name was typed', async () => {
    const body = intake()
    const typed = { ...TYPED, name: '别人示例', identityType: 'passport', identityNumber: 'E1' }
    const { licence } = await lodge({ ...body, applicant: typed } as unknown as Intake)
    const answer = await server.send('shenqing1', 'GET', `/api/applications/${licence}`)
    expect(answer.json()).toMatchObject({ applicant: { name: '张某某' } })
  })

  test('sent twice, or twice at once, is one', async () => {
    const body = intake()
    const [first, second] = await Promise.all([send(body), send(body)])
    const third = await send(body)
    expect([first.statusCode, second.statusCode, third.statusCode]).toEqual([200, 200, 200])
    expect(second.json()).toEqual(first.json())
    expect(third.json()).toEqual(first.json())
    expect(await countOf(body)).toEqual({ applications: 2, cases: 1 })
  })

  test('with a fault in its second part leaves nothing of the first', async () => {
    const whole = intake()
    const { 'staff.total': _gone, ...lacking } = whole.answers
    const faulty: [string, object, string][] = [
      ['a fact is missing', { ...whole, answers: lacking }, 'form-invalid'],
      [
        'a question is open',
        {
          ...whole,
          parts: whole.parts.map((part) =>
            part.itemId === 'aba-60' ? { ...part, situation: { trade: 'catering' } } : part,
          ),
        },
        'unknown-situation',
      ],
      [
        'the form changed meanwhile',
        { ...whole, parts: whole.parts.map((part) => ({ ...part, formVersion: 9 })) },
        'form-version-changed',
      ],
      [
        'a material is none of the guide',
        {
          ...whole,
          parts: whole.parts.map((part) =>
            part.itemId === 'aba-60' ? { ...part, materials: { 99: 'held' } } : part,
          ),
        },
        'unknown-material',
      ],
      ['no phone', { ...whole, applicant: { ...TYPED, phone: '' } }, 'invalid-input'],
      ['an unknown field', { ...whole, extra: 1 }, 'unknown-field'],
    ]
    for (const [what, body, code] of faulty) {
      expect((await send(body)).json(), what).toMatchObject({ code })
      expect(await countOf(whole), what).toEqual({ applications: 0, cases: 0 })
    }
  })

  test('without one of its parts, or without an answer, is incomplete', async () => {
    const whole = intake()
    const half = { ...whole, parts: whole.parts.slice(1) }
    expect((await send(half)).json()).toMatchObject({ code: 'bundle-incomplete' })
    const unanswered = await send({ ...whole, choices: { premises: 'own' } })
    expect(unanswered.json()).toMatchObject({
      code: 'bundle-incomplete',
      fields: [{ field: 'choices.have-licence' }],
    })
    const twice = { ...whole, parts: [whole.parts[0], whole.parts[0]] }
    expect((await send(twice)).json()).toMatchObject({ code: 'bundle-incomplete' })
    expect(await countOf(whole)).toEqual({ applications: 0, cases: 0 })
  })

  test('with a choice that drops an item makes the other alone, which waits for nothing', async () => {
    const body = intake(['aba-60'], { ...CHOICES, 'have-licence': 'yes' })
    const { applications, food } = await lodge(body)
    expect(applications.map(({ itemId }) => itemId)).toEqual(['aba-60'])
    expect(await caseOf(body.bundleCaseId)).toMatchObject({
      needs: [],
      applications: [{ itemId: 'aba-60', waitsFor: [], critical: true }],
    })
    await accept(food)
    await review(food)
    expect((await grant(food)).statusCode).toBe(200)
  })

  test('under the id of another case is refused', async () => {
    const first = intake()
    await lodge(first)
    const second = { ...intake(), bundleCaseId: first.bundleCaseId }
    for (const username of ['shenqing1', 'shenqing2'])
      expect((await send(second, username)).json()).toMatchObject({ code: 'command-id-reused' })
    const ids = second.parts.map(({ applicationId }) => applicationId)
    const made = await database.query(
      'select 1 from application where region_code = $2 and application_id = any($1)',
      [ids, REGION],
    )
    expect(made).toEqual([])
  })

  test('is for citizens and the window; a department is refused', async () => {
    expect(
      (await server.send(null, 'POST', `/api/bundles/${SHOP}/cases`, intake())).statusCode,
    ).toBe(401)
    expect((await send(intake(), 'shichangju.shenhe')).statusCode).toBe(403)
  })
})

describe('a part that needs the result of another', () => {
  test('is not granted before it, while its clock runs on', async () => {
    const body = intake()
    const { licence, food } = await lodge(body)
    await accept(food)
    const due = (await view(food)).due.decision
    await review(food)
    const early = await grant(food)
    expect(early.statusCode).toBe(409)
    expect(early.json()).toMatchObject({ code: 'bundle-result-missing' })
    expect(early.json<{ detail: string }>().detail).toContain('登记')
    expect((await view(food)).due.decision).toEqual(due)
    await accept(licence)
    await review(licence)
    expect((await grant(licence)).statusCode).toBe(200)
    expect((await grant(food)).statusCode).toBe(200)
  })
})

describe('the page of the case', () => {
  test('shows the critical path, which moves when the first is late', async () => {
    const body = intake()
    const { licence, food } = await lodge(body)
    expect(await caseOf(body.bundleCaseId)).toMatchObject({ endsOn: null })
    await accept(licence)
    await accept(food)
    const parts = async () => {
      const { endsOn, applications } = await caseOf(body.bundleCaseId)
      return [
        endsOn,
        ...applications.map(({ itemId, waitsFor, critical }) => [
          itemId,
          waitsFor.length,
          critical,
        ]),
      ]
    }
    const planned = await caseOf(body.bundleCaseId)
    const own = planned.applications.find(({ itemId }) => itemId === 'aba-60')?.endsOn
    expect(await parts()).toEqual([own, ['aba-49', 0, true], ['aba-60', 1, true]])
    // Friday 10 April: both are late, and the whole cannot end before today.
    now = '2026-04-10T01:00:00.000Z' as Instant
    expect(await parts()).toEqual(['2026-04-10', ['aba-49', 0, true], ['aba-60', 1, true]])
    await review(licence)
    await grant(licence)
    expect(await parts()).toEqual(['2026-04-10', ['aba-49', 0, true], ['aba-60', 0, true]])
    now = '2026-03-02T01:00:00.000Z' as Instant
  })

  test('is the applicant’s and the staff’s; a stranger is refused, and learns of no case', async () => {
    const body = intake()
    await lodge(body)
    const url = `/api/bundle-cases/${body.bundleCaseId}`
    expect((await server.send(null, 'GET', url)).statusCode).toBe(401)
    const stranger = await server.send('shenqing2', 'GET', url)
    expect(stranger.json()).toMatchObject({ code: 'not-your-application' })
    expect((await server.send('shenqing2', 'GET', '/api/bundle-cases')).json()).toEqual({
      cases: [],
    })
    expect(await caseOf(body.bundleCaseId, 'shichangju.shenhe')).toMatchObject({ bundleId: SHOP })
    const none = await server.send('shenqing1', 'GET', `/api/bundle-cases/${newId()}`)
    expect(none.statusCode).toBe(404)
  })
})

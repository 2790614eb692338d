import { afterAll, describe, expect, test } from 'vitest'
import { bundleCentre, CHOICES, SHOP, TYPED, type Intake } from '../support/bundle-centre.ts'
import { REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const { server, guide, intake, send, lodge, view, accept, review, grant, caseOf, countOf, setNow } =
  await bundleCentre(database)
afterAll(() => server.close())

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
    setNow('2026-03-04T01:00:00.000Z')
    await accept(food)
    expect((await view(food)).due.decision).toMatchObject({ state: 'running', on: '2026-03-18' })
    setNow()
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

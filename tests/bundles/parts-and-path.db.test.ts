import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../../server/event-log/chain.ts'
import { pdf } from '../../server/uploads/testing/made-files.ts'
import { multipart } from '../security/support/multipart.ts'
import { madeUpIntake } from '../support/bundle-answers.ts'
import { bundleCentre, OWN_ANSWERS, OWNER, SHOP, TYPED } from '../support/bundle-centre.ts'
import { freshDatabase } from '../support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const { server, intake, lodge, view, act, must, accept, review, grant, caseOf, setNow } =
  await bundleCentre(database)
afterAll(() => server.close())

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
    setNow('2026-04-10T01:00:00.000Z')
    expect(await parts()).toEqual(['2026-04-10', ['aba-49', 0, true], ['aba-60', 1, true]])
    await review(licence)
    await grant(licence)
    expect(await parts()).toEqual(['2026-04-10', ['aba-49', 0, true], ['aba-60', 0, true]])
    setNow()
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

  test('names every part’s materials, and opens the files that came in for them', async () => {
    const body = intake()
    await lodge(body)
    const [part] = body.parts
    const sent = await server.http.inject({
      method: 'POST',
      url: `/api/applications/${part?.applicationId}/materials/1`,
      cookies: { yichuang: await server.signIn('chuangkou1') },
      ...multipart({ name: '身份证.pdf', file: pdf() }),
    })
    expect(sent.statusCode).toBe(200)
    const { applications } = await caseOf(body.bundleCaseId)
    for (const one of applications) expect(one.materials.length).toBeGreaterThan(0)
    const [material] =
      applications.find(({ applicationId }) => applicationId === part?.applicationId)?.materials ??
      []
    expect(material).toMatchObject({ number: 1, files: [{ name: '身份证.pdf', handling: 'show' }] })
    const file = await server.send(
      'shenqing1',
      'GET',
      `/api/applications/${part?.applicationId}/files/${material?.files[0]?.fileId}`,
    )
    expect(file.statusCode).toBe(200)
  })
})

describe('a part whose first part ended without a grant', () => {
  const partOf = async (bundleCaseId: string, itemId: string, username?: string) =>
    (await caseOf(bundleCaseId, username)).applications.find((one) => one.itemId === itemId)
  const refuse = async (applicationId: string) => {
    await accept(applicationId)
    await review(applicationId)
    await must('shichangju.jueding', applicationId, 'decide', {
      outcome: 'refuse',
      reason: '经审查，住所证明与实际不符，不符合登记条件，不予登记。',
    })
  }

  test('may be withdrawn, and may not go on where the law makes the one a condition of the other', async () => {
    const body = intake()
    const { licence, food } = await lodge(body)
    expect((await partOf(body.bundleCaseId, 'aba-60'))?.deadEnd).toBeNull()
    const early = await act('shenqing1', food, 'go-on-alone', { reason: '不想等了' })
    expect(early.json()).toMatchObject({ code: 'bundle-nothing-ended' })
    await refuse(licence)
    expect((await partOf(body.bundleCaseId, 'aba-60'))?.deadEnd).toMatchObject({
      ended: [{ endedAs: '不予许可' }],
      bound: expect.stringContaining('前提'),
      choices: ['withdraw'],
    })
    expect((await partOf(body.bundleCaseId, 'aba-60', 'shichangju.shenhe'))?.deadEnd).toMatchObject(
      {
        choices: [],
      },
    )
    const bound = await act('chuangkou1', food, 'go-on-alone', { reason: '申请人要求' })
    expect([bound.statusCode, bound.json().code]).toEqual([409, 'bundle-part-depends'])
    await must('shenqing1', food, 'withdraw', { reason: '不再开办' })
    expect((await partOf(body.bundleCaseId, 'aba-60'))?.deadEnd).toBeNull()
  })

  test('is granted once the applicant has the other from an application of its own', async () => {
    const body = intake()
    const { licence, food } = await lodge(body)
    await must('shenqing1', licence, 'withdraw', { reason: '改在别处登记' })
    await accept(food)
    await review(food)
    expect((await grant(food)).json()).toMatchObject({ code: 'bundle-result-missing' })
    const anew = newId()
    const received = await server.send('chuangkou1', 'POST', '/api/applications', {
      commandId: newId(),
      applicationId: anew,
      itemId: 'aba-49',
      applicant: { ...TYPED, ...OWNER },
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
      situation: { ...OWN_ANSWERS['aba-49'], business: 'new', premises: 'rented' },
    })
    expect(received.statusCode, received.body).toBe(200)
    await accept(anew)
    await review(anew)
    expect((await grant(anew)).statusCode).toBe(200)
    expect(await partOf(body.bundleCaseId, 'aba-60')).toMatchObject({ waitsFor: [], deadEnd: null })
    expect((await grant(food)).statusCode).toBe(200)
  })

  test('goes on alone where only the bundle proposed the order, by the applicant or the window', async () => {
    // A day later: what the applicant was granted before is of another shop.
    setNow('2026-03-03T01:00:00.000Z')
    const url = '/api/bundles/open-a-seed-shop'
    const seeds = madeUpIntake((await server.send(null, 'GET', url)).json(), TYPED)
    const lodged = await server.send('shenqing1', 'POST', `${url}/cases`, seeds)
    expect(lodged.statusCode, lodged.body).toBe(200)
    const { applications } = lodged.json<{
      applications: { itemId: string; applicationId: string }[]
    }>()
    const idOf = (itemId: string) =>
      applications.find((one) => one.itemId === itemId)?.applicationId ?? ''
    await must('chuangkou1', idOf('aba-49'), 'withdraw', { reason: '申请人书面撤回，存档' })
    const stuck = await partOf(seeds.bundleCaseId, 'aba-24')
    expect(stuck?.deadEnd).toMatchObject({ bound: null, choices: ['withdraw', 'go-on-alone'] })
    const [stranger, first] = [
      await act('shenqing2', idOf('aba-24'), 'go-on-alone', { reason: '与我无关' }),
      await act('shenqing1', idOf('aba-24'), 'go-on-alone', { reason: '已另行取得营业执照' }),
    ]
    expect(stranger.json()).toMatchObject({ code: 'not-your-application' })
    expect(first.statusCode, first.body).toBe(200)
    const twice = await act('chuangkou1', idOf('aba-24'), 'go-on-alone', { reason: '再说一次' })
    expect(twice.json()).toMatchObject({ code: 'bundle-nothing-ended' })
    const part = await partOf(seeds.bundleCaseId, 'aba-24')
    expect(part).toMatchObject({ waitsFor: [], deadEnd: null, goesOnWithout: [expect.any(String)] })
    setNow()
  })
})

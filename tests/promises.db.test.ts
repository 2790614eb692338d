import { afterAll, expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../catalogue/aba/load-catalogue.ts'
import type { ApplicationView } from '../contract/application-view.ts'
import type { Instant, LocalDate } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { pdf } from '../server/uploads/testing/made-files.ts'
import { multipart } from './security/support/multipart.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database } = await freshDatabase()
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())
const ITEM = 'aba-36'

/** Material 2 may follow within five working days, material 3 may be promised and is checked within twenty. */
const LENIENT = ABA_GUIDES.filter(({ itemId }) => itemId === ITEM).map((guide) => ({
  ...guide,
  version: 2,
  effectiveOn: '2026-01-05' as LocalDate,
  commitmentCheckDays: 20,
  materials: guide.materials.map((material) => ({
    ...material,
    tolerableDays: material.number === 2 ? 5 : null,
    commitment: material.number === 3,
  })),
}))
server.applicationContext.reference.use({
  items: ABA_ITEMS,
  guides: [...ABA_GUIDES, ...LENIENT],
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
})

const applicationId = newId()
const view = async (username: string) =>
  (await server.send(username, 'GET', `/api/applications/${applicationId}`)).json<ApplicationView>()
async function act(username: string, name: string, fields: object) {
  const { version } = await view('chuangkou1')
  return await server.send(username, 'POST', `/api/applications/${applicationId}/${name}`, {
    commandId: newId(),
    expectedVersion: version,
    ...fields,
  })
}
const listed = async (username: string) =>
  (await server.send(username, 'GET', '/api/worklists/to-check')).json<{
    rows: { applicationId: string; dueOn: string | null; dueName: string }[]
    count: number
  }>()

test('a commitment waits at its department’s desk with the day of its check, from acceptance on', async () => {
  await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId,
    itemId: ITEM,
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: '513201198805120015',
      phone: null,
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: { 2: 'missing', 3: 'promised' },
    insist: false,
    renews: null,
  })
  expect((await listed('wentilv.shenhe')).rows).toEqual([])
  expect((await act('chuangkou1', 'accept', { tolerated: [2] })).statusCode).toBe(200)
  expect(await listed('wentilv.shenhe')).toMatchObject({
    rows: [{ applicationId, dueOn: '2026-03-30', dueName: '承诺核查期限' }],
    count: 1,
  })
  expect((await listed('shichangju.shenhe')).rows).toEqual([])
})

test('a promise that lapses is told by the law’s hand and brings no card; what may follow is what the guide says', async () => {
  now = '2026-03-10T01:00:00.000Z' as Instant
  await server.applyLawUntil(REGION, now)
  const seen = await view('wentilv.shenhe')
  expect(seen).toMatchObject({
    status: 'accepted',
    // The step's own limit, overrun the same day; the promise raises none.
    cards: [{ rule: 'step-overrun' }],
    tolerance: { remindedOn: '2026-03-06', lapsedOn: '2026-03-10', consequence: null },
  })
  expect(seen.possible).toEqual(expect.arrayContaining(['request-tolerated', 'check-commitment']))
  const ground = { reason: '容缺的材料逾期未补', ground: 'tolerance-lapsed' }
  expect((await act('wentilv.shenhe', 'terminate', ground)).json()).toMatchObject({
    code: 'tolerance-consequence-open',
  })
  const asked = await act('wentilv.shenhe', 'request-tolerated', { text: '请补交第 2 项材料' })
  expect(asked.statusCode).toBe(200)
  expect((await view('shenqing1')).tolerance?.requests).toMatchObject([{ on: '2026-03-10' }])
})

test('the applicant hands the promised material in on-line, under the window’s rule, and the window sees it', async () => {
  const send = async (username: string) =>
    await server.http.inject({
      method: 'POST',
      url: `/api/applications/${applicationId}/materials/2`,
      cookies: { yichuang: await server.signIn(username) },
      ...multipart({ name: '补交.pdf', file: pdf() }),
    })
  expect(await view('shenqing1')).toMatchObject({
    tolerance: { outstanding: [2], workingDaysLeft: 0 },
    possible: expect.arrayContaining(['attach-material', 'supply-tolerated']),
    notices: expect.arrayContaining([expect.objectContaining({ kind: 'tolerance-promise' })]),
  })
  expect((await send('shenqing2')).statusCode).toBe(403)
  expect((await send('shenqing1')).statusCode).toBe(200)
  const unasked = await act('shenqing1', 'supply-tolerated', { materials: [1] })
  expect(unasked.json()).toMatchObject({ code: 'unknown-material' })
  expect((await act('shenqing1', 'supply-tolerated', { materials: [2] })).json()).toMatchObject({
    status: 'accepted',
  })
  const seen = await view('chuangkou1')
  expect(seen.tolerance?.outstanding).toEqual([])
  expect(seen.materials.find(({ number }) => number === 2)).toMatchObject({
    state: 'held',
    files: [{ name: '补交.pdf' }],
  })
  expect((await view('shenqing1')).possible).not.toContain('supply-tolerated')
  expect((await send('shenqing1')).statusCode).toBe(409)
})

test('found untrue it is supervision’s to know, the applicant’s to see, and stands in the trail', async () => {
  const found = { material: 3, kept: false, finding: '现场核对，与承诺不符：没有该设施' }
  expect((await act('shichangju.shenhe', 'check-commitment', found)).json()).toMatchObject({
    code: 'not-your-department',
  })
  expect(
    (await act('wentilv.shenhe', 'check-commitment', { ...found, finding: '不符' })).json(),
  ).toMatchObject({
    code: 'invalid-input',
  })
  expect((await act('wentilv.shenhe', 'check-commitment', found)).statusCode).toBe(200)
  expect((await listed('wentilv.shenhe')).count).toBe(0)
  const { rows } = (await server.send('ducha', 'GET', '/api/findings')).json<{ rows: object[] }>()
  expect(rows).toMatchObject([
    { kind: 'commitment-broken', applicationId, organisationName: '州文体旅游局' },
  ])
  const mine = await view('shenqing1')
  expect(mine.commitments).toMatchObject([{ material: 3, state: 'broken' }])
  expect(mine.history[0]?.sentence).toContain('核查第 3 项材料的承诺，不实')
})

test('what was found untrue waits at its department’s desk until the department has answered it', async () => {
  const list = async (username: string) =>
    (await server.send(username, 'GET', '/api/worklists/commitment-broken')).json<{
      rows: { applicationId: string }[]
    }>().rows
  expect(await list('wentilv.shenhe')).toMatchObject([{ applicationId }])
  expect(await list('shichangju.shenhe')).toEqual([])
  const recheck = { material: 3, kept: true, finding: '整改后现场复查，设施已经到位' }
  expect((await act('wentilv.shenhe', 'check-commitment', recheck)).statusCode).toBe(200)
  expect(await list('wentilv.shenhe')).toEqual([])
  // Supervision goes on knowing of it.
  expect((await server.send('ducha', 'GET', '/api/findings')).json()).toMatchObject({
    rows: [{ kind: 'commitment-broken' }],
  })
})

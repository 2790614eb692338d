import { expect, test } from 'vitest'
import type { DraftCheck, DraftView, Submitted } from '../../contract/drafts.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { pdf } from '../../server/uploads/testing/made-files.ts'
import { composedServer, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { codeOf, device } from './device.ts'

const { database } = await freshDatabase()
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
const ITEM = 'aba-36'
const OWN = {
  kind: 'person',
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}

test('a draft is saved as typed, wrong as it may be, and comes back the same', async () => {
  const phone = await device(server)
  const { draftId } = await phone.start(ITEM)
  const script = '<script>alert(1)</script>'
  const saved = await phone.save(draftId, 1, {
    answers: { 'applicant.name': script, 'premises.area': 'not a number', 'a.flag': true },
    applicant: { ...OWN, name: script, address: `"><img src=x onerror=alert(1)>` },
    situation: { where: script.slice(0, 40) },
    step: script,
  })
  expect(saved.json()).toMatchObject({ version: 2 })
  expect(await phone.view(draftId)).toMatchObject({
    version: 2,
    answers: { 'applicant.name': script, 'premises.area': 'not a number', 'a.flag': true },
    applicant: { name: script },
    isBound: false,
  })
  await phone.save(draftId, 2, { answers: { 'applicant.name': null } })
  expect((await phone.view(draftId)).answers).not.toHaveProperty(['applicant.name'])
})

test('nobody else learns that there is a draft', async () => {
  const phone = await device(server)
  const { draftId } = await phone.start(ITEM)
  const strangers = [
    await device(server),
    await device(server, { username: 'shenqing1' }),
    await device(server, { username: 'chuangkou1' }),
  ]
  for (const stranger of strangers)
    for (const [method, url, body] of [
      ['GET', `/api/drafts/${draftId}`, undefined],
      ['DELETE', `/api/drafts/${draftId}`, undefined],
      ['GET', `/api/drafts/${draftId}/pages`, undefined],
      ['GET', `/api/drafts/${draftId}/check`, undefined],
      ['POST', `/api/drafts/${draftId}/slip-code`, {}],
      ['POST', `/api/drafts/${draftId}/materials/1/pairings`, {}],
    ] as const)
      expect(codeOf(await stranger.send(method, url, body))).toBe('draft-not-found')
})

test('two devices edit one draft: the second is told, nothing is lost, a save sent twice is one', async () => {
  const desk = await device(server, { username: 'shenqing1' })
  const phone = await device(server, { username: 'shenqing1' })
  const { draftId } = await desk.start(ITEM)
  expect((await desk.save(draftId, 1, { answers: { 'premises.area': 120 } })).statusCode).toBe(200)
  const late = await phone.save(draftId, 1, { answers: { 'premises.name': '示例网吧' } })
  expect(late.json()).toMatchObject({ code: 'changed-meanwhile', version: 2 })
  const again = {
    saveId: newId(),
    expectedVersion: 2,
    patch: { answers: { 'premises.name': '示例网吧' } },
  }
  const once = await phone.send('PUT', `/api/drafts/${draftId}`, again)
  const twice = await phone.send('PUT', `/api/drafts/${draftId}`, again)
  expect([once.json(), twice.json()]).toMatchObject([{ version: 3 }, { version: 3 }])
  expect((await desk.view(draftId)).answers).toEqual({
    'premises.area': 120,
    'premises.name': '示例网吧',
  })
  const racing = await Promise.all(
    [desk, phone].map(async (one, at) => await one.save(draftId, 3, { step: `page-${at}` })),
  )
  expect(racing.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('resumed on another device by its code; five wrong codes lock it, also for the right one', async () => {
  const desk = await device(server)
  const { draftId } = await desk.start(ITEM, { answers: { 'premises.area': 80 } })
  const made = await desk.send('POST', `/api/drafts/${draftId}/slip-code`, {})
  const { code } = made.json<{ code: string }>()
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  const phone = await device(server)
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
  const resumed = await phone.send('POST', '/api/draft-codes', { code: typed })
  expect(resumed.json()).toMatchObject({ draftId, answers: { 'premises.area': 80 } })
  expect((await phone.save(draftId, 1, { step: 'materials' })).statusCode).toBe(200)
  expect((await desk.view(draftId)).step).toBe('materials')

  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
  const thief = await device(server)
  for (let attempt = 1; attempt <= 5; attempt += 1)
    expect(codeOf(await thief.send('POST', '/api/draft-codes', { code: wrong }))).toBe('code-wrong')
  const locked = await thief.send('POST', '/api/draft-codes', { code })
  expect(locked.statusCode).toBe(423)
  expect(codeOf(locked)).toBe('code-locked')
  now = '2026-03-02T01:16:00.000Z' as Instant
  expect((await thief.send('POST', '/api/draft-codes', { code })).statusCode).toBe(200)
  now = '2026-03-02T01:00:00.000Z' as Instant
})

test('an account that guesses codes is locked, whichever codes it guesses', async () => {
  const guesser = await device(server, { username: 'qiye1' })
  for (let attempt = 2; attempt <= 6; attempt += 1)
    expect(
      codeOf(await guesser.send('POST', '/api/draft-codes', { code: `AAAA${attempt}BBBBCCC` })),
    ).toBe('code-wrong')
  expect(codeOf(await guesser.send('POST', '/api/draft-codes', { code: 'ZZZZZZZZZZZZ' }))).toBe(
    'code-locked',
  )
})

test('a draft of this browser becomes the account’s at sign-in, and no browser’s any more', async () => {
  const browser = await device(server)
  const { draftId } = await browser.start(ITEM)
  const { code } = (await browser.send('POST', `/api/drafts/${draftId}/slip-code`, {})).json<{
    code: string
  }>()
  await browser.signIn('shenqing2')
  const listed = await browser.send('GET', '/api/drafts')
  expect(listed.json<{ drafts: object[] }>().drafts).toMatchObject([{ draftId, isBound: false }])
  expect((await browser.send('POST', `/api/drafts/${draftId}/claim`)).json()).toMatchObject({
    isBound: true,
  })
  delete browser.cookies['yichuang']
  expect(codeOf(await browser.send('GET', `/api/drafts/${draftId}`))).toBe('draft-not-found')
  expect(codeOf(await browser.send('POST', '/api/draft-codes', { code }))).toBe('draft-of-account')
  const elsewhere = await device(server, { username: 'shenqing2' })
  expect((await elsewhere.view(draftId)).draftId).toBe(draftId)
})

test('submitted once however often and from wherever it is sent, with its files and one answer', async () => {
  const desk = await device(server, { username: 'shenqing1' })
  const { draftId } = await desk.start(ITEM, { applicant: OWN })
  const empty = await desk.submit(draftId, 1)
  expect(empty.json()).toMatchObject({ code: 'draft-incomplete' })
  expect(empty.json<{ fields: { field: string }[] }>().fields.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['materials.2']),
  )
  const { materials } = (await desk.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  for (const { number } of materials)
    expect((await desk.upload(draftId, number, pdf(), `材料${number}.pdf`)).statusCode).toBe(200)
  const ready = (await desk.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  expect(ready).toMatchObject({ isReady: true, inFlight: [] })

  const ids = { commandId: newId(), applicationId: newId() }
  const first = (await desk.submit(draftId, 1, ids)).json<Submitted>()
  expect(first).toMatchObject({ applicationId: ids.applicationId })
  expect(first.number).toMatch(/^513200-20260302-\d{6}$/)
  expect(first.queryCode).toMatch(/^\d{6}$/)
  expect(first.notice?.title).toBe('申请材料接收凭证')
  const phone = await device(server, { username: 'shenqing1' })
  expect((await desk.submit(draftId, 1, ids)).json()).toEqual(first)
  expect((await phone.submit(draftId, 1)).json()).toEqual(first)
  const application = (await desk.send('GET', `/api/applications/${ids.applicationId}`)).json<{
    channel: string
    materials: { state: string; files: { fileId: string; name: string }[] }[]
  }>()
  expect(application.channel).toBe('portal')
  expect(
    application.materials.every(({ state, files }) => state === 'held' && files.length === 1),
  ).toBe(true)
  const [file] = application.materials[0]?.files ?? []
  const read = await desk.send(
    'GET',
    `/api/applications/${ids.applicationId}/files/${file?.fileId ?? ''}`,
  )
  expect(read.rawPayload.equals(pdf())).toBe(true)
  expect((await desk.view(draftId)).state).toBe('submitted')
  expect(codeOf(await desk.save(draftId, 1, { step: 'x' }))).toBe('draft-submitted')
  expect(codeOf(await desk.send('DELETE', `/api/drafts/${draftId}`))).toBe('draft-submitted')

  // A second application for the same is told of the first, and is no offence.
  const second = await desk.start(ITEM, { applicant: OWN })
  const told = (await desk.send('GET', `/api/drafts/${second.draftId}/check`)).json<DraftCheck>()
  expect(told.inFlight).toMatchObject([{ number: first.number }])
})

test('two devices that submit at the same moment make one application', async () => {
  const desk = await device(server, { username: 'shenqing2' })
  const phone = await device(server, { username: 'shenqing2' })
  const { draftId } = await desk.start(ITEM, { applicant: OWN })
  const { materials } = (await desk.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  for (const { number } of materials) await desk.upload(draftId, number, pdf(), '材料.pdf')
  const both = await Promise.all([desk.submit(draftId, 1), phone.submit(draftId, 1)])
  const [one, other] = both.map((answer) => answer.json<Submitted>())
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(other).toEqual(one)
})

test('the clerk sees by the code what was filled in, and receives from it with its files', async () => {
  const citizen = await device(server)
  const typed = {
    ...OWN,
    name: '卓玛某某',
    identityType: 'id-card',
    identityNumber: '513225199508200022',
  }
  const { draftId } = await citizen.start(ITEM, { applicant: typed })
  await citizen.upload(draftId, 2, pdf(), '场所平面图.pdf')
  const { code } = (await citizen.send('POST', `/api/drafts/${draftId}/slip-code`, {})).json<{
    code: string
  }>()
  const clerk = await device(server, { username: 'chuangkou1' })
  const opened = await clerk.send('POST', '/api/window/drafts', { code })
  const { draft, check } = opened.json<{ draft: DraftView; check: DraftCheck }>()
  expect(draft).toMatchObject({ draftId, applicant: typed })
  expect(check.materials.find(({ number }) => number === 2)?.state).toBe('held')
  const uploadId = draft.pages[0]?.pages[0]?.uploadId ?? ''
  const page = await clerk.send('POST', `/api/window/drafts/pages/${uploadId}`, { code })
  expect(page.rawPayload.equals(pdf())).toBe(true)
  const received = await clerk.send('POST', '/api/window/drafts/receive', {
    code,
    commandId: newId(),
    applicationId: newId(),
    expectedVersion: draft.version,
    materials: { 1: 'held', 3: 'missing' },
    insist: false,
  })
  const { applicationId } = received.json<Submitted>()
  const application = (await clerk.send('GET', `/api/applications/${applicationId}`)).json<{
    channel: string
    materials: { number: number; state: string; files: object[] }[]
  }>()
  expect(application.channel).toBe('window')
  expect(application.materials).toMatchObject([
    { number: 1, state: 'held', files: [] },
    { number: 2, state: 'held', files: [{ name: '场所平面图.pdf' }] },
    { number: 3, state: 'missing', files: [] },
  ])
  expect(codeOf(await clerk.send('POST', '/api/window/drafts', { code }))).toBe('code-wrong')
  const audited = await database.query<{ action: string }>(
    `select action from access_audit where region_code = $1 and subject_id = $2`,
    [REGION, draftId],
  )
  expect(audited.map(({ action }) => action)).toContain('draft-opened-at-window')
})

test('an item suspended while its form is open keeps the draft and says what to do', async () => {
  const desk = await device(server, { username: 'shenqing1' })
  const { draftId } = await desk.start('aba-50', { applicant: OWN })
  const { reference } = server.applicationContext
  const item = reference.getItem('aba-50')
  const status = Object.getOwnPropertyDescriptor(item, 'status')
  Object.assign(item, { status: 'suspended' })
  try {
    expect((await desk.view(draftId)).changes).toMatchObject([{ code: 'item-suspended' }])
    const refused = await desk.submit(draftId, 1)
    expect(codeOf(refused)).toBe('item-suspended')
    expect(refused.json<{ detail: string }>().detail).toContain('草稿已保留')
    expect((await desk.save(draftId, 1, { step: 'later' })).statusCode).toBe(200)
  } finally {
    if (status !== undefined) Object.defineProperty(item, 'status', status)
  }
  expect((await desk.view(draftId)).changes).toEqual([])
})

test('a draft that nobody touches for ninety days is swept with its files', async () => {
  const phone = await device(server)
  const { draftId } = await phone.start(ITEM)
  await phone.upload(draftId, 2, pdf(), '材料.pdf')
  now = '2026-05-31T00:00:00.000Z' as Instant
  expect((await phone.view(draftId)).draftId).toBe(draftId)
  now = '2026-06-01T00:00:00.000Z' as Instant
  expect(codeOf(await phone.send('GET', `/api/drafts/${draftId}`))).toBe('draft-not-found')
  expect(await server.sweepDrafts(REGION)).toBeGreaterThan(0)
  const left = await database.query(
    `select 1 as one from upload where region_code = $1 and draft_id = $2`,
    [REGION, draftId],
  )
  expect(left).toEqual([])
  // What was submitted stays, though its draft went.
  const kept = await database.query<{ files: number }>(
    `select count(*)::int as files from material_file m join upload_chunk c on c.region_code = $1 and c.upload_id = m.upload_id
      where m.region_code = $1`,
    [REGION],
  )
  expect(kept[0]?.files).toBeGreaterThan(0)
  now = '2026-03-02T01:00:00.000Z' as Instant
})

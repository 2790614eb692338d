import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { DraftCheck, Submitted } from '../../contract/drafts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { verifyFiles } from '../../server/trail/verify-files.ts'
import { pdf } from '../../server/uploads/testing/made-files.ts'
import { composedServer, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { codeOf, device, pageIn } from './device.ts'

const { database } = await freshDatabase()
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
const ITEM = 'aba-36'
const PHONE = {
  kind: null,
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}

/** The catalogue with one more version of the item's guide: its own, changed by a test. */
function publish(version: number, over: (guide: ServiceGuide) => Partial<ServiceGuide>): void {
  const guides = [...ABA_GUIDES, ...published]
  const newest = guides.filter(({ itemId }) => itemId === ITEM).at(-1)
  if (newest === undefined) throw new Error(`${ITEM} has no guide`)
  published.push({ ...newest, ...over(newest), version, effectiveOn: '2026-01-05' as LocalDate })
  server.applicationContext.reference.use({
    items: ABA_ITEMS,
    guides: [...ABA_GUIDES, ...published],
    organisations: ABA_ORGANISATIONS,
    calendar: ABA_CALENDAR_DATA,
  })
}
const published: ServiceGuide[] = []
const clerk = await device(server, { username: 'chuangkou1' })
const person = await device(server, { username: 'shenqing1' })
const reusable = (months: number | null) => (guide: ServiceGuide) => ({
  materials: guide.materials.map((material) => ({ ...material, reusableMonths: months })),
})

/** An application of the person’s that the window has checked and accepted, its materials uploaded online. */
async function verifiedBefore(): Promise<string> {
  const { draftId } = await person.start(ITEM, { applicant: PHONE })
  const { materials } = (
    await person.send('GET', `/api/drafts/${draftId}/check`)
  ).json<DraftCheck>()
  for (const { number } of materials)
    await person.upload(draftId, number, pdf(), `材料${number}.pdf`)
  const { applicationId } = (await person.submit(draftId, 1)).json<Submitted>()
  await verified(applicationId)
  return applicationId
}

/** The window checks it and accepts it. */
async function verified(applicationId: string): Promise<void> {
  const view = async () =>
    (await clerk.send('GET', `/api/applications/${applicationId}`)).json<{ version: number }>()
  await clerk.send('POST', `/api/applications/${applicationId}/assess`, {
    commandId: newId(),
    expectedVersion: (await view()).version,
    materials: {},
    checks: { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true },
    notes: '',
  })
  const accepted = await clerk.send('POST', `/api/applications/${applicationId}/accept`, {
    commandId: newId(),
    expectedVersion: (await view()).version,
  })
  if (accepted.statusCode !== 200) throw new Error(accepted.body)
}

type Offered = {
  material: number
  trust: string
  sourceApplicationId: string
  sourceFileId: string | null
  freshUntil: string | null
}
const offeredTo = async (one: typeof person, draftId: string) =>
  (await one.send('GET', `/api/drafts/${draftId}/reusable`)).json<{ materials: Offered[] }>()
    .materials

test('what a window verified serves again with consent, by reference, for as long as the guide says', async () => {
  publish(2, reusable(6))
  const before = await verifiedBefore()
  const { draftId } = await person.start(ITEM, { applicant: PHONE })
  const offered = await offeredTo(person, draftId)
  const source = offered.find(({ material }) => material === 2)
  expect(source).toMatchObject({
    trust: 'B',
    sourceApplicationId: before,
    freshUntil: '2026-09-02',
  })
  const url = `/api/drafts/${draftId}/materials/2/reuse`
  const consent = {
    uploadId: newId(),
    sourceApplicationId: before,
    sourceFileId: source?.sourceFileId ?? null,
  }
  expect(codeOf(await person.send('POST', url, { ...consent, consent: false }))).toBe(
    'invalid-input',
  )
  const stored = async () =>
    (
      await database.query<{ bytes: number }>(
        `select (select coalesce(sum(length(bytes)), 0) from upload_chunk where region_code = $1)
            + (select coalesce(sum(length(bytes)), 0) from material_file where region_code = $1) as bytes`,
        [REGION],
      )
    )[0]?.bytes
  const bytesBefore = await stored()
  const reused = await person.send('POST', url, { ...consent, consent: true })
  expect(pageIn(reused)).toMatchObject({
    trust: 'B',
    via: 'reused',
    verifiedOn: '2026-03-02',
    state: 'complete',
  })
  const shown = await person.send('GET', `/api/drafts/${draftId}/uploads/${consent.uploadId}/file`)
  expect(shown.rawPayload.equals(pdf())).toBe(true)
  for (const number of [1, 3]) await person.upload(draftId, number, pdf(), '新.pdf')
  const bytesAfterUploads = await stored()
  const { applicationId } = (await person.submit(draftId, 1)).json<Submitted>()
  // Two files of the same few bytes came; the reused one added none, nor did submitting.
  expect(Number(bytesAfterUploads) - Number(bytesBefore)).toBe(2 * pdf().length)
  expect(await stored()).toBe(bytesAfterUploads)

  const trust = await clerk.send('GET', `/api/applications/${applicationId}/material-trust`)
  expect(trust.json<{ files: object[] }>().files).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        trust: 'B',
        via: 'reused',
        verifiedOn: '2026-03-02',
        consentedAt: now,
      }),
      expect.objectContaining({ trust: 'C', via: 'device', consentedAt: null }),
    ]),
  )
  const events = await database.query<{ seq: number; data: never }>(
    `select seq, data from application_event where region_code = $1 and application_id = $2`,
    [REGION, applicationId],
  )
  const links = events.map(({ seq, data }) => ({ applicationId, seq, data }))
  expect(await verifyFiles(database, REGION, links)).toMatchObject({ files: 3, broken: [] })
})

test('nothing is offered when its months are over, where the guide allows none, or to anybody else', async () => {
  publish(3, reusable(6))
  const before = await verifiedBefore()
  const { draftId } = await person.start(ITEM, { applicant: PHONE })
  const [source] = await offeredTo(person, draftId)
  const other = await device(server, { username: 'shenqing2' })
  const theirs = await other.start(ITEM, { applicant: PHONE })
  expect(await offeredTo(other, theirs.draftId)).toEqual([])
  const stolen = await other.send('POST', `/api/drafts/${theirs.draftId}/materials/2/reuse`, {
    uploadId: newId(),
    sourceApplicationId: before,
    sourceFileId: source?.sourceFileId ?? null,
    consent: true,
  })
  expect(codeOf(stolen)).toBe('material-not-reusable')
  now = '2026-09-02T16:00:00.000Z' as Instant
  const late = await person.start(ITEM, { applicant: PHONE })
  expect(await offeredTo(person, late.draftId)).toEqual([])
  now = '2026-03-02T01:00:00.000Z' as Instant
  publish(4, reusable(null))
  const never = await person.start(ITEM, { applicant: PHONE })
  expect(await offeredTo(person, never.draftId)).toEqual([])
})

const form = (version: number, elements: readonly string[]): FormDefinition => ({
  formId: 'test-form',
  version,
  title: '申请表',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(
      elements.map((element) => [element, { type: 'string', title: element, maxLength: 50 }]),
    ),
    required: [...elements],
    additionalProperties: false,
  },
  layout: [
    {
      id: 'all',
      title: '全部',
      help: null,
      fields: elements.map((element) => ({ element, when: [], wide: false })),
    },
  ],
})

async function publishForm(definition: FormDefinition): Promise<void> {
  await database.query(
    `insert into form_version (form_id, version, effective_on, data) values ($1, $2, '2026-01-05', $3)`,
    [definition.formId, definition.version, JSON.stringify(definition)],
  )
  await server.lookForForms()
}

test('a form that changed meanwhile keeps the answers, says what is different, and waits to be looked at', async () => {
  await publishForm(form(1, ['premises.name', 'premises.old']))
  publish(5, () => ({ formId: 'test-form' }))
  const { draftId } = await person.start(ITEM, {
    applicant: PHONE,
    answers: { 'premises.name': '示例网吧', 'premises.old': '旧' },
  })
  const { materials } = (
    await person.send('GET', `/api/drafts/${draftId}/check`)
  ).json<DraftCheck>()
  for (const { number } of materials) await person.upload(draftId, number, pdf(), '材料.pdf')
  expect((await person.send('GET', `/api/drafts/${draftId}/check`)).json()).toMatchObject({
    isReady: true,
    faults: [],
  })

  await publishForm(form(2, ['premises.name', 'premises.new']))
  const changed = await person.view(draftId)
  expect(changed.changes).toMatchObject([
    { code: 'form-version-changed', dropped: ['premises.old'], added: ['premises.new'] },
  ])
  expect(changed.answers).toEqual({ 'premises.name': '示例网吧', 'premises.old': '旧' })
  expect(codeOf(await person.submit(draftId, 1))).toBe('form-version-changed')
  // Having seen version 1 again is not having seen version 2.
  await person.save(draftId, 1, {}, { seen: { guideVersion: 5, formVersion: 1 } })
  expect((await person.view(draftId)).changes).toHaveLength(1)
  const patch = { answers: { 'premises.new': '新' } }
  await person.save(draftId, 2, patch, { seen: { guideVersion: 5, formVersion: 2 } })
  expect((await person.view(draftId)).changes).toEqual([])
  const submitted = await person.submit(draftId, 3)
  expect(submitted.statusCode).toBe(200)
  const [row] = await database.query<{ form: object }>(
    `select state -> 'form' as form from application where region_code = $1 and application_id = $2`,
    [REGION, submitted.json<Submitted>().applicationId],
  )
  expect(row?.form).toMatchObject({
    version: 2,
    answers: { 'premises.name': '示例网吧', 'premises.new': '新' },
  })
})

test('what was filled in and verified before is named, and its words come with consent alone', async () => {
  const begun = await person.start(ITEM, { applicant: PHONE })
  const path = (draftId: string, act = '') => `/api/drafts/${draftId}/known-answers${act}`
  const namesOf = async (one: typeof person, draftId: string) =>
    (await one.send('GET', path(draftId)))
      .json<{ known: { element: string }[] }>()
      .known.map(({ element }) => element)
  // Submitted, it is not verified.
  expect(await namesOf(person, begun.draftId)).toEqual([])
  const [newest] = await database.query<{ id: string }>(
    `select application_id as id from application where region_code = $1 and state ? 'form' order by application_id desc limit 1`,
    [REGION],
  )
  await verified(newest?.id ?? '')
  const named = await person.send('GET', path(begun.draftId))
  expect(named.body).not.toContain('示例网吧')
  const elements = ['premises.name', 'premises.new']
  expect(await namesOf(person, begun.draftId)).toEqual(elements)
  const take = async (consent: boolean) =>
    await person.send('POST', path(begun.draftId, '/take'), { elements, consent })
  expect(codeOf(await take(false))).toBe('invalid-input')
  expect((await take(true)).json()).toEqual({
    answers: { 'premises.name': '示例网吧', 'premises.new': '新' },
  })
  const [audited] = await database.query<{ detail: object }>(
    `select detail from access_audit where region_code = $1 and action = 'answers-reused' and subject_id = $2`,
    [REGION, begun.draftId],
  )
  expect(audited?.detail).toMatchObject({ elements })
  const other = await device(server, { username: 'shenqing2' })
  const theirs = await other.start(ITEM, { applicant: PHONE })
  expect(await namesOf(other, theirs.draftId)).toEqual([])
})

import { expect, test } from 'vitest'
import { ABA_FULL_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import { ABA_ELEMENTS, ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import type { FormView } from '../../contract/forms.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { publishBoth } from '../catalogue/testing/publish-both.ts'
import { accessServer, REGION } from '../access/testing/access-server.ts'
import { referenceData } from '../database/reference-data.ts'
import { newId } from '../event-log/chain.ts'
import { SHIPPED_CATALOGUE, SHIPPED_FORMS } from '../shipped-catalogue.ts'
import { formRoutes } from './form-routes.ts'
import { openFormShelf } from './form-shelf.ts'
import { formPublishing } from './publish-form.ts'
import { saveShippedForms } from './save-shipped-forms.ts'

const { database: db } = await freshDatabase({ maxConnections: 8 })
const reference = referenceData(SHIPPED_CATALOGUE)
await saveShippedForms(db, SHIPPED_FORMS)
const time = { today: '2026-03-02' as LocalDate }
const shelf = await openFormShelf(db, () => time.today)
const publishing = formPublishing(db, shelf)
const server = await accessServer(db, {
  routes: (http, context) => formRoutes(http, context, { db, reference, shelf }),
})
const EDITOR = await server.signIn('shichangju.shixiang')
const OTHER = await server.signIn('jiaoyuju.shixiang')
const CLERK = await server.signIn('chuangkou1')

/** Item 60, food business, belongs to the market regulator. */
const ITEM = 'aba-60'
const FORM = ABA_FULL_GUIDES.find(({ itemId }) => itemId === ITEM)?.formId ?? ''

async function contentNow(formId = FORM) {
  const answer = await server.send('GET', `/api/forms/${formId}/draft`, { cookie: EDITOR })
  return answer.json<{
    revision: number
    baseVersion: number
    form: Omit<FormView, 'formId' | 'version'>
  }>()
}

/** The guide of the item with its form, as `publish_guide_with_form` publishes them: here a guide draft that changes nothing. */
let guideVersion = 100
async function publishNext(): Promise<void> {
  const next = await publishing.next(REGION, FORM)
  if (next === null) throw new Error('There is no draft of the form')
  guideVersion += 1
  await publishBoth(db, { itemId: ITEM, version: guideVersion, effectiveOn: '2026-03-09' }, next)
  await publishing.reload()
}

const save = async (
  cookie: string,
  formId: string,
  body: { form: object; expectedRevision: number; commandId?: string },
) =>
  await server.send('PUT', `/api/forms/${formId}/draft`, {
    cookie,
    body: { commandId: newId(), ...body },
  })

test('the form of an item is open to everybody, and asked again it is not sent again', async () => {
  const answer = await server.send('GET', `/api/items/${ITEM}/form`)
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(shelf.findInForce(FORM))))
  const again = await server.send('GET', `/api/items/${ITEM}/form`, {
    headers: { 'if-none-match': String(answer.headers['etag']) },
  })
  expect(again.statusCode).toBe(304)
  const elements = await server.send('GET', '/api/data-elements')
  expect(elements.json<{ elements: unknown[] }>().elements).toHaveLength(ABA_ELEMENTS.length)
})

test('an item without a form, a version that never was, an item that is none: each says so', async () => {
  for (const [url, code] of [
    ['/api/items/aba-01/form', 'form-not-found'],
    ['/api/items/nothing/form', 'not-found'],
    [`/api/forms/${FORM}/versions/99`, 'form-not-found'],
    ['/api/forms/constructor/versions/1', 'form-not-found'],
    ['/api/forms/__proto__/versions/1', 'invalid-input'],
  ] as const)
    expect((await server.send('GET', url)).json()).toMatchObject({ code })
})

test('a shipped form is never overwritten by the next start', async () => {
  const changed = ABA_FORMS.map((form) => ({ ...form, title: '改过的标题' }))
  await saveShippedForms(db, { ...SHIPPED_FORMS, forms: changed })
  await shelf.reload()
  expect(shelf.findVersion(FORM, 1)?.title).toBe(
    ABA_FORMS.find(({ formId }) => formId === FORM)?.title,
  )
})

test('a department edits the forms of its own items and nobody else does', async () => {
  const { form } = await contentNow()
  const codeOf = async (cookie: string) =>
    (await save(cookie, FORM, { form, expectedRevision: 0 })).json<{ code: string }>().code
  expect(await codeOf(OTHER)).toBe('not-your-department')
  expect(await codeOf(CLERK)).toBe('not-permitted')
})

test('an element that the dictionary does not have is named and refused', async () => {
  const { form } = await contentNow()
  const answer = await save(EDITOR, FORM, {
    expectedRevision: 0,
    form: {
      ...form,
      schema: {
        ...form.schema,
        properties: { ...form.schema.properties, 'made.up': { type: 'string', title: '编的' } },
      },
    },
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'unknown-element',
    fields: [{ field: 'form.schema.properties.made.up' }],
  })
})

test('a draft is saved once whatever is sent twice, and a stale one changes nothing', async () => {
  const { form } = await contentNow()
  const body = { form: { ...form, title: '第一稿' }, expectedRevision: 0, commandId: newId() }
  const [first, second] = await Promise.all([save(EDITOR, FORM, body), save(EDITOR, FORM, body)])
  const again = await save(EDITOR, FORM, body)
  expect([first.statusCode, second.statusCode]).toEqual([200, 200])
  expect(again.json()).toMatchObject({ revision: 1, baseVersion: 1, faults: [] })
  const stale = await save(EDITOR, FORM, { form, expectedRevision: 0 })
  expect(stale.json()).toMatchObject({ status: 409, code: 'changed-meanwhile', version: 1 })
  expect((await contentNow()).form.title).toBe('第一稿')
})

test('a draft that could not be published is kept, and says what stands in the way', async () => {
  const { form, revision } = await contentNow()
  const answer = await save(EDITOR, FORM, {
    expectedRevision: revision,
    form: { ...form, layout: form.layout.slice(1) },
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json<{ faults: { message: string }[] }>().faults[0]?.message).toContain('没有排进')
  await save(EDITOR, FORM, { expectedRevision: revision + 1, form })
})

test('markup in a title is kept as text; a field nobody knows is refused', async () => {
  const { form, revision } = await contentNow()
  const title = '<img src=x onerror=alert(1)>'
  await save(EDITOR, FORM, { expectedRevision: revision, form: { ...form, title } })
  expect((await contentNow()).form.title).toBe(title)
  const odd = await save(EDITOR, FORM, {
    expectedRevision: revision + 1,
    form: { ...form, script: 'x' },
  })
  expect(odd.statusCode).toBe(422)
})

test('published with its guide, a form takes over on its day; whoever began under the old one can read it', async () => {
  const before = shelf.findInForce(FORM)
  const { form, revision } = await contentNow()
  await save(EDITOR, FORM, {
    expectedRevision: revision,
    form: { ...form, title: '食品经营许可申请' },
  })
  expect(await publishing.find(REGION, FORM)).toMatchObject({
    version: 2,
    title: '食品经营许可申请',
  })
  await publishNext()
  expect(shelf.findInForce(FORM)).toEqual(before)
  time.today = '2026-03-09' as LocalDate
  expect(shelf.findInForce(FORM)).toMatchObject({ version: 2, title: '食品经营许可申请' })
  expect((await server.send('GET', `/api/forms/${FORM}/versions/1`)).json()).toMatchObject({
    version: 1,
  })
  expect(await contentNow()).toMatchObject({ revision: 0, baseVersion: 2 })
  time.today = '2026-03-02' as LocalDate
})

test('another server finds the new version', async () => {
  const elsewhere = await openFormShelf(db, () => time.today)
  const { form } = await contentNow()
  await save(EDITOR, FORM, { expectedRevision: 0, form: { ...form, title: '第三版' } })
  await publishNext()
  expect(shelf.findNewest(FORM)?.version).toBe(3)
  expect(elsewhere.findNewest(FORM)?.version).toBe(2)
  expect(await elsewhere.look()).toBe(true)
  expect(elsewhere.findNewest(FORM)?.title).toBe('第三版')
  expect(await elsewhere.look()).toBe(false)
})

test('a draft that says what is published already becomes no version', async () => {
  const { form } = await contentNow()
  expect(await publishing.next(REGION, FORM)).toBeNull()
  await save(EDITOR, FORM, { expectedRevision: 0, form })
  expect(await publishing.next(REGION, FORM)).toMatchObject({ revision: 1, form: null })
  await publishNext()
  expect(shelf.findNewest(FORM)?.version).toBe(3)
  expect((await contentNow()).revision).toBe(0)
})

test('a version that a release brought meanwhile is not in the way', async () => {
  const { form } = await contentNow()
  await save(EDITOR, FORM, { expectedRevision: 0, form: { ...form, title: '本局的修改' } })
  await saveShippedForms(db, {
    ...SHIPPED_FORMS,
    forms: [{ ...form, formId: FORM, version: 4, title: '随版本更新' } as FormDefinition],
  })
  await publishNext()
  expect(shelf.findVersion(FORM, 4)?.title).toBe('随版本更新')
  expect(shelf.findNewest(FORM)).toMatchObject({ version: 5, title: '本局的修改' })
})

test('guide and form are published together or not at all', async () => {
  const { form } = await contentNow()
  await save(EDITOR, FORM, { expectedRevision: 0, form: { ...form, title: '不会公布' } })
  const next = await publishing.next(REGION, FORM)
  if (!next?.form) throw new Error('There is no draft of the form')
  const standing = async () =>
    await db.query(
      `select (select max(version) from form_version where form_id = $2) as form,
              (select max(version) from service_guide where item_id = $3) as guide,
              (select count(*)::int from catalogue_change where region_code = $1) as changes,
              (select revision from form_draft where region_code = $1 and form_id = $2) as draft`,
      [REGION, FORM, ITEM],
    )
  const before = await standing()
  const version = guideVersion + 1
  const place = { itemId: ITEM, version, effectiveOn: '2026-03-09' }
  // The second of the two fails: the guide before it is not published either.
  const taken = { ...next, form: { ...next.form, version: 1 } }
  await expect(publishBoth(db, place, taken)).rejects.toMatchObject({ code: '23505' })
  expect(await standing()).toEqual(before)
  // The guide's number is taken: the form stays a draft.
  await expect(publishBoth(db, { ...place, version: guideVersion }, next)).rejects.toMatchObject({
    code: '23505',
  })
  expect(await standing()).toEqual(before)
  // Saved between trial and publication: not what was tried.
  await save(EDITOR, FORM, { expectedRevision: next.revision, form: { ...form, title: '又改' } })
  await expect(publishBoth(db, place, next)).rejects.toMatchObject({ code: 'YC001' })
  await db.query('delete from form_draft where region_code = $1 and form_id = $2', [REGION, FORM])
})

test('a new form is the department’s that began it, and is listed before it is published', async () => {
  const { form } = await contentNow()
  expect((await save(EDITOR, 'sample-new', { form, expectedRevision: 0 })).statusCode).toBe(200)
  expect((await save(OTHER, 'sample-new', { form, expectedRevision: 1 })).json()).toMatchObject({
    code: 'not-your-department',
  })
  const listed = await server.send('GET', '/api/forms', { cookie: EDITOR })
  const { forms } = listed.json<{ forms: { formId: string }[] }>()
  expect(forms.find(({ formId }) => formId === 'sample-new')).toMatchObject({
    newestVersion: null,
    draftRevision: 1,
    itemIds: [],
  })
  expect(forms.find(({ formId }) => formId === FORM)).toMatchObject({ itemIds: [ITEM] })
})

import type { Desk } from './desk.ts'

type Row = { readonly applicationId: string }
type Draft = { readonly draftId: string; readonly version: number }

/** Items that ship with a form. */
const WITH_FORM = ['aba-60', 'aba-36', 'aba-18', 'aba-28', 'aba-24']
const SAVES = 4
const NAMES = '阿坝示例'
const NOBODY = {
  kind: 'person',
  name: '',
  identityType: 'id-card',
  identityNumber: '',
  phone: '',
  address: '',
  contactName: '',
}

/** A citizen looks where an application stands, reads a guide, fills in a form, reads messages, or asks something. */
export async function citizenVisit(desk: Desk): Promise<void> {
  const drawn = desk.random.next()
  if (drawn < 0.4) return await lookUpOwn(desk)
  if (drawn < 0.65) return await readGuide(desk)
  if (drawn < 0.9) return await fillIn(desk)
  await readMessages(desk)
}

async function lookUpOwn(desk: Desk): Promise<void> {
  await desk.get('unread messages', '/api/messages/unread')
  const mine = (await desk.get('own list', '/api/worklists/mine?size=50')) as
    | { readonly rows: readonly Row[] }
    | undefined
  if (mine === undefined || mine.rows.length === 0) return
  await desk.look()
  const { applicationId } = desk.random.pick(mine.rows)
  await desk.get('own application', `/api/applications/${applicationId}`)
}

async function readGuide(desk: Desk): Promise<void> {
  await desk.get('items', '/api/items')
  await desk.look()
  await desk.get('guide', `/api/items/${desk.random.pick(WITH_FORM)}`)
}

/** Begun, saved as typed, checked: what a form costs before anybody submits it. */
async function fillIn(desk: Desk): Promise<void> {
  const itemId = desk.random.pick(WITH_FORM)
  await desk.get('form', `/api/forms/form-${itemId}/versions/1`)
  const draftId = desk.newId()
  const path = `/api/drafts/${draftId}`
  const started = (await desk.write('start draft', 'POST', '/api/drafts', {
    draftId,
    itemId,
    content: {},
  })) as Draft | undefined
  if (started === undefined) return
  let { version } = started
  for (let save = 0; save < SAVES; save += 1) {
    await desk.look()
    const saved = (await desk.write('save draft', 'PUT', path, {
      saveId: desk.newId(),
      expectedVersion: version,
      patch: { step: `step-${save}`, applicant: { ...NOBODY, name: NAMES.slice(0, save + 1) } },
    })) as { readonly version: number } | undefined
    if (saved === undefined) return
    version = saved.version
  }
  await desk.get('check draft', `${path}/check`)
}

async function readMessages(desk: Desk): Promise<void> {
  await desk.get('messages', '/api/messages?size=20')
  await desk.look()
  await desk.get('published answers', '/api/enquiries/published')
}

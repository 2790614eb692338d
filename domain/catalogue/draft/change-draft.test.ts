import { expect, test } from 'vitest'
import { ABA_ITEMS } from '../../../catalogue/aba/load-catalogue.ts'
import type { Actor, Body, Role } from '../../shared/actor.ts'
import type { AccountId, Instant, LocalDate, OrganisationId } from '../../shared/ids.ts'
import { baselineGuide } from '../baseline-guide.ts'
import type { CatalogueDraft, DraftContent, LegalDocument } from './catalogue-draft.ts'
import { changeDraft, type DraftChange, possibleChanges } from './change-draft.ts'
import { personOf } from './draft-permissions.ts'
import { itemTextOf } from './item-rules.ts'

const found = ABA_ITEMS.find(({ itemId }) => itemId === 'aba-36')
if (found === undefined) throw new Error('The catalogue has no item 36')
const ITEM = found
const AT = '2026-11-20T02:00:00.000Z' as Instant

function somebody(role: Role, organisationId: string, name: string, body: Body = 'department') {
  return {
    accountId: `${role}-${organisationId}-${name}` as AccountId,
    name,
    role,
    body,
    organisationId: organisationId as OrganisationId,
  } satisfies Actor
}
const EDITOR = somebody('catalogue-editor', 'culture-tourism', '编辑某某')
const SECOND_EDITOR = somebody('catalogue-editor', 'culture-tourism', '编辑乙某')
const STRANGER = somebody('catalogue-editor', 'education', '外部某某')
const DECIDER = somebody('decider', 'culture-tourism', '决定某某')
const HEAD = somebody('department-head', 'culture-tourism', '负责某某')
const CONFIRMER = somebody('catalogue-confirmer', 'approval-bureau', '审定某某', 'approval-bureau')

const GUIDE: DraftContent = { kind: 'guide', guide: baselineGuide(ITEM) }

function draft(over: Partial<CatalogueDraft> = {}): CatalogueDraft {
  return {
    draftId: 'draft',
    itemId: ITEM.itemId,
    departmentId: ITEM.departmentId,
    content: GUIDE,
    state: 'editing',
    version: 4,
    basedOn: 1,
    document: null,
    reason: '依据新修订的条例调整材料',
    editors: [personOf(EDITOR)],
    confirmations: [],
    returnedBecause: null,
    published: null,
    changedAt: AT,
    changedBy: EDITOR.name,
    ...over,
  }
}
const act = (given: CatalogueDraft, by: Actor, change: DraftChange) =>
  changeDraft(given, change, { by, at: AT, itemInForce: ITEM })
const codeOf = (given: CatalogueDraft, by: Actor, change: DraftChange) => {
  const outcome = act(given, by, change)
  return outcome.ok ? 'done' : outcome.violation.code
}
function done(given: CatalogueDraft, by: Actor, change: DraftChange): CatalogueDraft {
  const outcome = act(given, by, change)
  if (!outcome.ok) throw new Error(outcome.violation.code)
  return outcome.draft
}
const edit: DraftChange = { type: 'edit', content: GUIDE, document: null, reason: '改一改再说' }
const publish: DraftChange = { type: 'publish', version: 2, effectiveOn: '2026-11-23' as LocalDate }

test('from the first word to publication: written, sent, confirmed by both, published', () => {
  const sent = done(done(draft(), EDITOR, edit), EDITOR, { type: 'submit' })
  const half = done(sent, CONFIRMER, { type: 'confirm' })
  expect(codeOf(half, CONFIRMER, publish)).toBe('guide-not-confirmed')
  const whole = done(half, DECIDER, { type: 'confirm' })
  expect(done(whole, EDITOR, publish)).toMatchObject({
    state: 'published',
    published: { version: 2, effectiveOn: '2026-11-23' },
    version: 9,
  })
})

test('an edit after a confirmation voids it, and the draft is sent again', () => {
  const sent = done(draft(), EDITOR, { type: 'submit' })
  const confirmed = done(done(sent, HEAD, { type: 'confirm' }), CONFIRMER, { type: 'confirm' })
  const edited = done(confirmed, SECOND_EDITOR, edit)
  expect(edited).toMatchObject({ state: 'editing', confirmations: [] })
  expect(edited.editors).toHaveLength(2)
  expect(codeOf(edited, EDITOR, publish)).toBe('guide-not-confirmed')
})

test.each([
  ['the editor', EDITOR, 'editor-may-not-confirm'],
  ['another editor of the department', SECOND_EDITOR, 'editor-may-not-confirm'],
  [
    'the editor under a second account',
    somebody('decider', 'culture-tourism', EDITOR.name),
    'editor-may-not-confirm',
  ],
  [
    'a decider of another department',
    somebody('decider', 'education', '他局某某'),
    'not-your-department',
  ],
  ['a reviewer', somebody('reviewer', 'culture-tourism', '审核某某'), 'not-permitted'],
  ['the head of the department', HEAD, 'done'],
  ['a namesake in another organisation', { ...CONFIRMER, name: EDITOR.name }, 'done'],
])('%s confirms, or not', (_, by, code) => {
  const sent = done(draft(), EDITOR, { type: 'submit' })
  expect(codeOf(sent, by, { type: 'confirm' })).toBe(code)
})

test('one side does not confirm for both', () => {
  const sent = done(done(draft(), EDITOR, { type: 'submit' }), DECIDER, { type: 'confirm' })
  expect(codeOf(sent, HEAD, { type: 'confirm' })).toBe('already-confirmed')
})

test('nothing is confirmed that was not sent, and a return says why', () => {
  expect(codeOf(draft(), CONFIRMER, { type: 'confirm' })).toBe('draft-not-submitted')
  const sent = done(draft(), EDITOR, { type: 'submit' })
  expect(codeOf(sent, CONFIRMER, { type: 'return', reason: '改' })).toBe('reason-missing')
  const back = done(sent, CONFIRMER, { type: 'return', reason: '请补充设定依据' })
  expect(back).toMatchObject({ state: 'returned', returnedBecause: '请补充设定依据' })
  expect(done(back, EDITOR, { type: 'submit' })).toMatchObject({
    state: 'submitted',
    returnedBecause: null,
  })
})

test('a stranger writes nothing, a published draft is written by nobody', () => {
  expect(codeOf(draft(), STRANGER, edit)).toBe('not-your-department')
  expect(codeOf(draft(), CONFIRMER, edit)).toBe('not-permitted')
  expect(codeOf(draft({ state: 'published' }), EDITOR, edit)).toBe('draft-closed')
  expect(codeOf(draft({ state: 'discarded' }), EDITOR, { type: 'submit' })).toBe('draft-closed')
})

const DOCUMENT: LegalDocument = {
  name: '关于取消一批行政许可事项的决定',
  number: '川府发〔2026〕9号',
  issuedOn: '2026-11-01' as LocalDate,
}
const itemDraft = (over: object, document: LegalDocument | null = DOCUMENT) =>
  draft({ content: { kind: 'item', item: { ...itemTextOf(ITEM), ...over } }, document })

test.each([
  ['a change of state with its document', itemDraft({ status: 'cancelled' }), 'done'],
  ['a change of state without one', itemDraft({ status: 'cancelled' }, null), 'document-missing'],
  ['words alone, without a document', itemDraft({ remark: '备注' }, null), 'done'],
  ['handed down to nobody named', itemDraft({ status: 'devolved' }), 'handler-missing'],
  [
    'handed down by name',
    itemDraft({ status: 'devolved', handledBy: '县（市）文体旅游局' }),
    'done',
  ],
  ['back to a mere plan', itemDraft({ status: 'draft' }), 'not-a-status-change'],
  ['without a reason', { ...itemDraft({ status: 'suspended' }), reason: '改' }, 'reason-missing'],
])('an item is sent for confirmation: %s', (_, given, code) => {
  expect(codeOf(given, EDITOR, { type: 'submit' })).toBe(code)
})

test('a desk shows what its person may do: sending even when something is still missing', () => {
  const given = { ...draft(), reason: '' }
  expect(possibleChanges(given, EDITOR, ITEM)).toEqual(['edit', 'submit', 'discard'])
  expect(possibleChanges(given, CONFIRMER, ITEM)).toEqual([])
  const sent = done(draft(), EDITOR, { type: 'submit' })
  expect(possibleChanges(sent, CONFIRMER, ITEM)).toEqual(['confirm', 'return'])
  expect(possibleChanges(sent, EDITOR, ITEM)).toEqual(['edit', 'discard'])
})

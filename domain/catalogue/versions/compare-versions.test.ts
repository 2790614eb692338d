import { expect, test } from 'vitest'
import { ABA_FULL_GUIDES, ABA_ITEMS } from '../../../catalogue/aba/load-catalogue.ts'
import type { GuideText } from '../draft/catalogue-draft.ts'
import { itemTextOf } from '../draft/item-rules.ts'
import { compareGuides, compareItems } from './compare-versions.ts'
import { formChange, touchedPapers } from './touched-papers.ts'

const found = ABA_FULL_GUIDES.find(({ itemId }) => itemId === 'aba-36')
const item = ABA_ITEMS.find(({ itemId }) => itemId === 'aba-36')
if (found === undefined || item === undefined) throw new Error('The catalogue has no item 36')
const GUIDE: GuideText = found
const compare = (over: Partial<GuideText>) => compareGuides(GUIDE, { ...GUIDE, ...over })
const [first, second, ...others] = GUIDE.materials
if (first === undefined || second === undefined) throw new Error('Item 36 has no materials')

test('a guide beside itself says nothing', () => {
  for (const guide of ABA_FULL_GUIDES) expect(compareGuides(guide, guide)).toEqual([])
})

test('a limit that changed is told with its unit, before and after', () => {
  expect(compare({ committedDays: 3 })).toEqual([
    {
      part: 'committedDays',
      label: '承诺办结时限（工作日）',
      before: String(GUIDE.committedDays),
      after: '3',
      kind: 'changed',
    },
  ])
})

test('a material is known by its name: what changed in it is told part by part', () => {
  const lines = compare({ materials: [{ ...first, copies: 9 }, second, ...others] })
  expect(lines).toEqual([
    {
      part: 'materials.0.copies',
      label: `材料“${first.name}” · 份数`,
      before: String(first.copies),
      after: '9',
      kind: 'changed',
    },
  ])
})

test('a renamed material is found again by its number', () => {
  expect(
    compare({ materials: [{ ...first, name: '换了名的材料' }, second, ...others] }),
  ).toMatchObject([
    { label: '材料“换了名的材料” · 材料名称', before: first.name, after: '换了名的材料' },
  ])
})

test('a material that is gone is told whole, and those after it are not told as changed', () => {
  expect(compare({ materials: [second, ...others] })).toMatchObject([
    { label: `材料“${first.name}”`, after: '', kind: 'removed' },
  ])
})

test('a sentence that is new is told alone, one that moved as an order', () => {
  expect(compare({ conditions: ['新的条件', ...GUIDE.conditions] })).toMatchObject([
    { part: 'conditions.0', label: '受理条件', before: '', after: '新的条件', kind: 'added' },
  ])
  expect(compare({ conditions: GUIDE.conditions.toReversed() })).toMatchObject([
    { part: 'conditions', label: '受理条件（顺序）' },
  ])
})

test('an option of a question is told under its question', () => {
  const [question, ...rest] = GUIDE.questions
  if (question === undefined) throw new Error('Item 36 asks nothing')
  const lines = compare({
    questions: [{ ...question, options: question.options.slice(1) }, ...rest],
  })
  expect(lines).toMatchObject([
    { part: `questions.${question.id}.options.${question.options.length - 1}`, kind: 'removed' },
  ])
})

test('an item is told in the words of the list, departments by their names', () => {
  const before = itemTextOf(item)
  const after = { ...before, status: 'suspended', departmentId: 'education' as never } as const
  expect(
    compareItems(before, after, { 'culture-tourism': '州文体旅游局', education: '州教育局' }),
  ).toMatchObject([
    { label: '主管部门', before: '州文体旅游局', after: '州教育局' },
    { label: '状态', before: '正常办理', after: '暂停办理' },
  ])
})

test('a limit touches the notices that print it and no certificate', () => {
  const kinds = touchedPapers(compare({ statutoryDays: 15 })).map(({ kind }) => kind)
  expect(kinds).toEqual(['acceptance-notice', 'deemed-acceptance-notice', 'extension-notice'])
  expect(touchedPapers(compare({ faq: [] }))).toEqual([])
  expect(touchedPapers(compare({ certificateName: '别的证' })).map(({ kind }) => kind)).toContain(
    'certificate',
  )
})

test('another form is told by its code', () => {
  expect(formChange(GUIDE, { ...GUIDE, formId: 'other' })).toEqual({
    before: GUIDE.formId,
    after: 'other',
  })
})

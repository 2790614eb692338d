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

test('a question, its answers and what depends on them are told by their words and never by codes', () => {
  const [question, ...rest] = GUIDE.questions
  const [option, ...options] = question?.options ?? []
  if (question === undefined || option === undefined) throw new Error('Item 36 asks nothing')
  const asked = { ...question, text: '换了问法的问题？' }
  const when = [{ question: question.id, oneOf: [option.value] }]
  const reworded = compare({
    questions: [asked, ...rest],
    materials: [{ ...first, when }, second, ...others],
  })
  expect(reworded).toMatchObject([
    {
      label: `材料“${first.name}” · 需要的情形`,
      before: '',
      after: `“换了问法的问题？”选择“${option.label}”`,
    },
    { label: '情形问题“换了问法的问题？” · 问题', before: question.text },
  ])
  const stopped = compare({
    questions: [
      { ...question, options: [{ ...option, next: null, stop: '不用办' }, ...options] },
      ...rest,
    ],
  })
  expect(stopped.map(({ label }) => label)).toContain(
    `情形问题“${question.text}”的选项“${option.label}” · 到此为止的告知`,
  )
  const gone = compare({ questions: rest })
  const codes = GUIDE.questions.flatMap(({ id, options: all }) => [
    id,
    ...all.map(({ value }) => value),
  ])
  const said = [...reworded, ...stopped, ...gone]
    .flatMap(({ label, before, after }) => [label, before, after])
    .join('\n')
  for (const code of codes) expect(said).not.toMatch(new RegExp(`(^|[^a-z])${code}([^a-z]|$)`))
})

test('what is no longer to be confirmed is told by the material, the step, the question and the article', () => {
  const [question] = GUIDE.questions
  const unconfirmed = [
    `materials.${first.number}.copies`,
    'stepLimits.review',
    `questions.${question?.id}`,
    'conditions.1',
  ]
  const conditions = ['有与业务相适应的场所（《示例条例》第八条）', ...GUIDE.conditions.slice(1)]
  const guide = { ...GUIDE, conditions, unconfirmed }
  const lines = compareGuides(guide, { ...guide, unconfirmed: [] })
  expect(lines.map(({ before }) => before)).toEqual([
    `第 ${first.number} 项“${first.name}”的份数`,
    '审核的环节时限',
    `问题“${question?.text}”`,
    '受理条件第 1 条（《示例条例》第八条）',
  ])
})

test('an item is told in the words of the list, departments by their names', () => {
  const before = itemTextOf(item)
  const after = { ...before, status: 'suspended', departmentId: 'education' as never } as const
  expect(
    compareItems(before, after, {
      organisations: { 'culture-tourism': '州文体旅游局', education: '州教育局' },
    }),
  ).toMatchObject([
    { label: '主管部门', before: '州文体旅游局', after: '州教育局' },
    { label: '状态', before: '正常办理', after: '暂停办理' },
  ])
})

test('the headings an item is found under are told by their names', () => {
  const before = itemTextOf(item)
  const words = { ...before.words, topics: ['education'], lifeEvents: ['open-a-shop'] }
  const lines = compareItems(
    before,
    { ...before, words },
    { topics: { education: '教育科研' }, lifeEvents: { 'open-a-shop': '开店' } },
  )
  expect(lines.map(({ after }) => after)).toEqual(['教育科研', '开店'])
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

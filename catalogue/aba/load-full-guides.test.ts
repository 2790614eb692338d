import { describe, expect, test } from 'vitest'
import { partExists } from '../../domain/catalogue/linter/guide-parts.ts'
import { lintGuide } from '../../domain/catalogue/linter/lint-guide.ts'
import { materialsFor } from '../../domain/catalogue/materials-for.ts'
import { pathsOf } from '../../domain/catalogue/situation-paths.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { ABA_FULL_GUIDES, ABA_ITEMS } from './load-catalogue.ts'
import { ABA_FORMS } from './load-forms.ts'

const TODAY = '2026-01-05' as LocalDate
const ARTICLE = /《[^》]+》[^《]*第[一二三四五六七八九十百零]+条/

const guides = ABA_FULL_GUIDES.map((guide) => {
  const item = ABA_ITEMS.find(({ itemId }) => itemId === guide.itemId)
  const form = ABA_FORMS.find(({ formId }) => formId === guide.formId)
  if (item === undefined || form === undefined)
    throw new Error(`${guide.itemId} has no item or form`)
  return { name: item.name, guide, item, form }
})

test('twelve items have a whole guide, second version, drafted, from 5 January 2026', () => {
  expect(ABA_FULL_GUIDES.map(({ itemId }) => itemId)).toEqual(
    [3, 4, 14, 18, 24, 28, 36, 46, 49, 54, 60, 71].map((n) => `aba-${String(n).padStart(2, '0')}`),
  )
  for (const guide of ABA_FULL_GUIDES) {
    expect(guide).toMatchObject({
      version: 2,
      effectiveOn: TODAY,
      confirmation: 'drafted',
      fee: null,
    })
  }
})

describe.each(guides)('the guide of $name', ({ guide, item, form }) => {
  test('has no error of the linter; what is left to confirm is said, not wrong', () => {
    const found = lintGuide(guide, item, { form, today: TODAY })
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('rests each condition and prohibition on an article, or says that its number is to be confirmed', () => {
    for (const words of [...guide.conditions, ...guide.prohibitions]) {
      expect(words).toMatch(/第[一二三四五六七八九十百零]+条|待部门确认/)
    }
    expect(guide.legalBasis.some((basis) => ARTICLE.test(basis))).toBe(true)
  })

  test('asks no material without a basis; one without an article is marked unconfirmed', () => {
    for (const { number, name, basis } of guide.materials) {
      expect(basis, name).toMatch(/《[^》]+》/)
      const isCited = ARTICLE.test(basis)
      if (!isCited) expect(guide.unconfirmed).toContain(`materials.${number}.basis`)
      if (!isCited) expect(basis).toContain('待部门确认')
    }
  })

  test('numbers its materials from 1, one of them the form', () => {
    expect(guide.materials.map(({ number }) => number)).toEqual(
      guide.materials.map((_, i) => i + 1),
    )
    expect(guide.materials.filter(({ isTheForm }) => isTheForm)).toHaveLength(1)
  })

  test('ends on every path, and asks something on each that is not stopped', () => {
    const paths = pathsOf(guide.questions)
    expect(paths.length).toBeGreaterThan(1)
    expect(new Set(paths.map(({ end }) => end))).toEqual(new Set(['application', 'stop']))
    for (const { answers, end } of paths) {
      if (end === 'application') expect(materialsFor(guide, answers).length).toBeGreaterThan(0)
    }
  })

  test('tests only questions and answers that it has', () => {
    const tests = [
      ...guide.materials.flatMap(({ when }) => when),
      ...form.layout.flatMap(({ fields }) => fields).flatMap(({ when }) => when),
    ]
    for (const { question, oneOf } of tests) {
      const asked = guide.questions.find(({ id }) => id === question)
      const choices =
        asked?.options.map(({ value }) => value) ?? form.schema.properties[question]?.enum ?? []
      expect(choices).toEqual(expect.arrayContaining([...oneOf]))
    }
  })

  test('marks as unconfirmed only parts that it has', () => {
    expect(guide.unconfirmed.filter((part) => !partExists(guide, part))).toEqual([])
    expect(new Set(guide.unconfirmed).size).toBe(guide.unconfirmed.length)
    for (const { number } of guide.materials) {
      expect(guide.unconfirmed).toContain(`materials.${number}.copies`)
    }
    expect(guide.unconfirmed).toContain('committedDays')
  })

  test('keeps within its limits', () => {
    const { review, decision, certificate, seal } = guide.stepLimits
    expect(review + decision).toBe(guide.committedDays)
    expect(guide.committedDays).toBeLessThanOrEqual(guide.statutoryDays)
    expect(certificate + seal).toBeLessThanOrEqual(10)
  })
})

test('limits are those of the items’ own law', () => {
  const limits = ABA_FULL_GUIDES.map(({ itemId, statutoryDays, extensionDays, validityYears }) => [
    itemId,
    statutoryDays,
    extensionDays,
    validityYears,
  ])
  expect(limits).toEqual([
    ['aba-03', 20, null, null],
    ['aba-04', 20, null, null],
    ['aba-14', 55, null, null],
    ['aba-18', 20, 10, 3],
    ['aba-24', 20, null, 5],
    ['aba-28', 30, null, 5],
    ['aba-36', 20, null, null],
    ['aba-46', 20, null, null],
    ['aba-49', 3, 3, null],
    ['aba-54', 20, null, 4],
    ['aba-60', 10, 5, 5],
    ['aba-71', 20, null, null],
  ])
  expect(ABA_FULL_GUIDES.find(({ itemId }) => itemId === 'aba-49')).toMatchObject({
    kind: 'on-the-spot',
    committedDays: 0,
  })
})

test('a new dispatch company in rented rooms brings seven papers; one with too little capital is told to stop', () => {
  const guide = guides.find(({ item }) => item.itemId === 'aba-18')?.guide
  if (guide === undefined) throw new Error('no guide')
  const situation = {
    business: 'new',
    capital: 'enough',
    destination: 'others',
    premises: 'rented',
  }
  expect(materialsFor(guide, situation).map(({ name }) => name)).toEqual([
    '劳务派遣经营许可申请书',
    '公司章程',
    '验资报告或者财务审计报告',
    '经营场所租赁合同和出租人产权证明',
    '办公设施设备、信息管理系统清单',
    '劳务派遣管理制度文本',
    '拟与用工单位签订的劳务派遣协议样本',
  ])
  const short = pathsOf(guide.questions).find(({ answers: { capital } }) => capital === 'short')
  expect(short?.stop).toContain('第五十七条')
})

import { expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { knownAnswers, type VerifiedApplication } from './known-answers.ts'
import { formOf } from './testing/sample-form.ts'

const TODAY = '2026-03-02' as LocalDate
const TEXT = (title: string) => ({ type: 'string', title }) as const
const FORM = formOf({
  'enterprise.name': TEXT('企业名称'),
  'enterprise.credit-code': { type: 'string', title: '信用代码', format: 'credit-code' },
  'premises.address': TEXT('场所地址'),
  'declaration.truth': TEXT('承诺'),
})
const CHECKED = { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true }
const before = (
  number: string,
  on: string,
  answers: Record<string, string>,
  over: Partial<VerifiedApplication['application']> = {},
): VerifiedApplication => ({
  applicationId: number,
  number,
  application: {
    form: { formId: 'f', version: 1, answers },
    acceptance: { on: on as LocalDate, recordedOn: on as LocalDate, deemed: false },
    checks: CHECKED,
    ...over,
  },
})

test('of several applications the newest verified answer is offered, with its source and its freshness', () => {
  const known = knownAnswers(
    FORM,
    [
      before('甲', '2025-06-02', { 'enterprise.name': '旧名', 'premises.address': '旧址' }),
      before('乙', '2026-01-05', { 'enterprise.name': '新名' }),
    ],
    TODAY,
  )
  expect(known).toMatchObject([
    { element: 'enterprise.name', value: '新名', sourceNumber: '乙', freshUntil: '2027-01-05' },
    { element: 'premises.address', value: '旧址', sourceNumber: '甲', verifiedOn: '2025-06-02' },
  ])
})

test('what was not verified by a person, is stale, does not fit, or belongs to one application is not', () => {
  const answers = { 'enterprise.name': '某企业' }
  const deemed = { on: TODAY, recordedOn: TODAY, deemed: true }
  for (const one of [
    before('未受理', '2026-01-05', answers, { acceptance: null }),
    before('视为受理', '2026-01-05', answers, { acceptance: deemed }),
    before('未核验', '2026-01-05', answers, { checks: null }),
    before('要素不全', '2026-01-05', answers, { checks: { ...CHECKED, elementsFilled: false } }),
    before('过期', '2025-03-01', answers),
    before('不合格', '2026-01-05', { 'enterprise.credit-code': '91350100M000100Y44' }),
    before('承诺', '2026-01-05', { 'declaration.truth': '是' }),
  ])
    expect(knownAnswers(FORM, [one], TODAY)).toEqual([])
})

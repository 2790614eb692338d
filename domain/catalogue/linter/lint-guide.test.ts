import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../shared/ids.ts'
import { GUIDE_CASES } from '../testing/guide-cases.ts'
import { findingsOf } from '../testing/lint-case.ts'
import { MATERIAL_CASES } from '../testing/material-cases.ts'
import { questionOf, sampleGuide, sampleItem, sampleMaterial } from '../testing/sample-guide.ts'
import { GUIDE_RULES } from './guide-rules.ts'
import { lintGuide } from './lint-guide.ts'

const CASES = [...GUIDE_CASES, ...MATERIAL_CASES]

describe('the guide linter', () => {
  it('has no error about a guide that is in order', () => {
    expect(findingsOf({}).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each(CASES)('$rule: $title', ({ rule, severity, part, ...broken }) => {
    const found = findingsOf(broken).find((one) => one.rule === rule && one.part === part)
    expect(found).toMatchObject({ severity, part })
  })

  it.each(CASES)('$rule says it in Chinese, with its source: $title', ({ rule, ...broken }) => {
    for (const { sentence, source } of findingsOf(broken).filter((one) => one.rule === rule)) {
      expect(sentence).toMatch(/^[^a-z]*\p{Script=Han}[^]{5,}$/u)
      expect(source).toMatch(/\p{Script=Han}/u)
    }
  })

  it('has a case for every rule, and every rule a permanent name of its own', () => {
    const ids = GUIDE_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !CASES.some(({ rule }) => rule === id))).toEqual([])
  })

  it.each(['按登记机关要求的格式填写，一式一份', '其他组织提交登记证书', '与其他股东的关系写清楚'])(
    'does not take “%s” for a catch-all',
    (standard) =>
      expect(findingsOf({ material: { standard } }).map(({ rule }) => rule)).not.toContain(
        'catch-all-material',
      ),
  )

  it('answers for any guide whatever, however broken, and never throws', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('materials.1.copies', 'q0', '其他材料'))
    const tests = fc.array(
      fc.record({ question: words, oneOf: fc.array(words, { maxLength: 3 }) }),
      { maxLength: 3 },
    )
    const option = fc.record({
      value: words,
      label: words,
      next: fc.option(words, { nil: null }),
      stop: fc.option(words, { nil: null }),
    })
    const broken = fc.record({
      unconfirmed: fc.array(words),
      legalBasis: fc.array(words),
      conditions: fc.array(words),
      questions: fc.array(
        fc.record({ id: words, text: words, help: fc.constant(null), options: fc.array(option) }),
        { maxLength: 6 },
      ),
      materials: fc.array(
        fc
          .record({ number: fc.integer(), name: words, basis: words, when: tests })
          .map(sampleMaterial),
        { maxLength: 5 },
      ),
      formId: fc.option(words, { nil: null }),
      committedDays: fc.integer(),
      certificateName: words,
    })
    fc.assert(
      fc.property(broken, (guide) => {
        for (const { part, sentence } of findingsOf({ guide }))
          expect(part.length * sentence.length).toBeGreaterThan(0)
      }),
    )
  })

  it('keeps quiet about a law before it was repealed', () => {
    const legalBasis = ['《中华人民共和国公司登记管理条例》第二十条']
    const before = lintGuide(sampleGuide({ legalBasis }), sampleItem(), {
      form: null,
      today: '2020-06-01' as LocalDate,
    })
    expect(before.some(({ rule }) => rule === 'repealed-law')).toBe(false)
  })

  it('takes registration on the spot, and its three days where the law gives them', () => {
    const registration = {
      kind: 'on-the-spot',
      statutoryDays: 3,
      committedDays: 0,
      extensionDays: 3,
      stepLimits: { review: 0, decision: 0, certificate: 0, seal: 0 },
      legalBasis: ['《中华人民共和国市场主体登记管理条例》第十九条'],
    } as const
    const errors = findingsOf({ guide: registration }).filter((one) => one.severity === 'error')
    expect(errors).toEqual([])
  })

  it('lists findings by part: the second material before the tenth, the basis before the copies', () => {
    const materials = Array.from({ length: 11 }, (_, at) =>
      sampleMaterial({ number: at + 1, name: `材料${at + 1}`, basis: '', copies: 12 }),
    )
    const parts = findingsOf({ guide: { materials, conditions: [] } }).map(({ part }) => part)
    expect(parts.filter((part) => /^materials\.(?:2|10)\./.test(part))).toEqual([
      'materials.2.basis',
      'materials.2.copies',
      'materials.10.basis',
      'materials.10.copies',
    ])
    expect(parts[0]).toBe('conditions')
  })

  it('looks through four hundred materials and forty questions without counting every way', () => {
    const questions = Array.from({ length: 40 }, (_, at) =>
      questionOf(`q${at}`, [
        { value: 'x', next: at < 39 ? `q${at + 1}` : null },
        { value: 'y', next: at < 39 ? `q${at + 1}` : null },
      ]),
    )
    const materials = Array.from({ length: 400 }, (_, at) =>
      sampleMaterial({
        number: at + 1,
        name: `材料${at + 1}`,
        when: [{ question: `q${at % 40}`, oneOf: ['x'] }],
      }),
    )
    const found = findingsOf({ guide: { questions, materials } })
    expect(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'question-ways',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrganisationId, LocalDate } from '../../shared/ids.ts'
import type { FormDefinition } from '../../form/form-definition.ts'
import { formOf } from '../../form/testing/sample-form.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'
import { questionOf, sampleGuide, sampleItem, sampleMaterial } from '../testing/sample-guide.ts'
import { GUIDE_RULES } from './guide-rules.ts'
import { lintGuide } from './lint-guide.ts'

const TODAY = '2026-03-02' as LocalDate
const FEW = { number: 1, name: '申请书', basis: '《示例条例》第八条' }

type Case = {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly part: string
  readonly title: string
  readonly guide?: Partial<ServiceGuide>
  readonly material?: Partial<RequiredMaterial>
  readonly item?: Partial<ServiceItem>
  readonly form?: FormDefinition
}

const WHO = questionOf('who', [{ value: 'person', next: 'where' }, { value: 'company' }])
const WHERE = questionOf('where', [{ value: 'here' }, { value: 'elsewhere' }])
const FORM = formOf({ 'applicant.name': { type: 'string', title: '名称' } }, { formId: 'sample' })

const error = (rule: string, part: string, title: string, more: Partial<Case>): Case => ({
  rule,
  severity: 'error',
  part,
  title,
  ...more,
})
const warning = (rule: string, part: string, title: string, more: Partial<Case>): Case => ({
  ...error(rule, part, title, more),
  severity: 'warning',
})

const CASES: readonly Case[] = [
  ...[
    '其他材料',
    '法律、法规规定的其他材料',
    '营业执照等材料',
    '部门要求的其他有关资料',
    '窗口认为需要的证明',
  ].map((name) =>
    error('catch-all-material', 'materials.2.name', `a catch-all: ${name}`, {
      material: { name },
    }),
  ),
  error('material-basis', 'materials.2.basis', 'a material without a basis', {
    material: { basis: ' ' },
  }),
  warning('material-basis', 'materials.2.basis', 'a basis without an article', {
    material: { basis: '《示例条例》' },
  }),
  error('shared-material', 'materials.2.sharedFrom', 'what the office sees itself, still asked', {
    material: { sharedFrom: '州市场监管局', copies: 1 },
  }),
  warning('shared-material', 'materials.2.sharedFrom', 'a licence that another office holds', {
    material: { name: '营业执照', source: 'authority', issuedBy: '市场监管部门' },
  }),
  error('committed-days', 'committedDays', 'a promise longer than the law', {
    guide: { committedDays: 21, stepLimits: { review: 18, decision: 3, certificate: 3, seal: 1 } },
  }),
  error('statutory-days', 'statutoryDays', 'more than twenty days by the licensing law alone', {
    guide: { statutoryDays: 30, legalBasis: ['《行政许可法》第四十二条'] },
  }),
  error('extension-days', 'extensionDays', 'an extension beyond the licensing law', {
    guide: { extensionDays: 20, legalBasis: ['《行政许可法》第四十二条'] },
  }),
  error('steps-add-up', 'stepLimits', 'steps that leave two days to nobody', {
    guide: { committedDays: 10 },
  }),
  error('issue-days', 'stepLimits', 'eleven days to make and seal a certificate', {
    guide: { stepLimits: { review: 5, decision: 3, certificate: 9, seal: 2 } },
  }),
  error('on-the-spot', 'committedDays', 'on the spot, in eight days', {
    guide: { kind: 'on-the-spot' },
  }),
  error('on-the-spot', 'kind', 'promised in no days and not on the spot', {
    guide: { committedDays: 0, stepLimits: { review: 0, decision: 0, certificate: 3, seal: 1 } },
  }),
  error('result-kind', 'resultKind', 'a 许可证 that is called an approval document', {
    guide: { resultKind: 'approval-document' },
  }),
  error('result-kind', 'resultKind', 'a 批复 that is called a certificate', {
    guide: { certificateName: '关于准予设立的批复' },
  }),
  error('result-kind', 'certificateName', 'a result without a name', {
    guide: { certificateName: '' },
  }),
  error('question-ways', 'questions.who', 'a question that leads back to itself', {
    guide: { questions: [questionOf('who', [{ value: 'x', next: 'who' }, { value: 'y' }])] },
  }),
  error('question-ways', 'questions.who', 'a next question that is not there', {
    guide: { questions: [questionOf('who', [{ value: 'x', next: 'ghost' }, { value: 'y' }])] },
  }),
  error('question-ways', 'questions.where', 'a question that nothing leads to', {
    guide: { questions: [questionOf('who', [{ value: 'x' }, { value: 'y' }]), WHERE] },
  }),
  error('question-ways', 'questions', 'questions after which nobody can apply', {
    guide: { questions: [questionOf('who', [{ value: 'x', stop: '不属于本机关职权范围' }])] },
  }),
  error('question-words', 'questions.who', 'two options of one name', {
    guide: {
      questions: [
        questionOf('who', [
          { value: 'x', label: '个人' },
          { value: 'y', label: '个人' },
        ]),
      ],
    },
  }),
  error('question-words', 'questions.who', 'a stop that does not say why', {
    guide: { questions: [questionOf('who', [{ value: 'x', stop: '不行' }, { value: 'y' }])] },
  }),
  error('material-situation', 'materials.2.when', 'a material of a question that is not asked', {
    material: { when: [{ question: 'ghost', oneOf: ['x'] }] },
  }),
  error('material-situation', 'materials.2.when', 'a material of an option that is not there', {
    guide: { questions: [WHO, WHERE] },
    material: { when: [{ question: 'who', oneOf: ['dog'] }] },
  }),
  error('material-situation', 'materials.2.when', 'a material whose conditions contradict', {
    guide: { questions: [WHO, WHERE] },
    material: {
      when: [
        { question: 'who', oneOf: ['company'] },
        { question: 'where', oneOf: ['here'] },
      ],
    },
  }),
  error('material-numbers', 'materials', 'numbers with a gap', { material: { number: 4 } }),
  error('duplicate-names', 'materials.2.name', 'the same material twice', {
    material: { name: '申请书' },
  }),
  error('fee-basis', 'fee', 'a fee without a law', {
    guide: { fee: { amount: 50, basis: '本局规定' } },
  }),
  error('fee-basis', 'feeLines', 'lines of a fee that is not charged', {
    guide: { feeLines: [{ name: '工本费', standard: '10 元', basis: '《示例条例》第十条' }] },
  }),
  error('intermediary-basis', 'materials.2.basis', 'an intermediary without a law', {
    material: { source: 'intermediary', issuedBy: '有资质的检测机构', basis: '惯例' },
  }),
  error('intermediary-basis', 'materials.2.issuedBy', 'an intermediary that is named', {
    material: { source: 'intermediary', issuedBy: '示例检测有限公司' },
  }),
  error('issuer-named', 'materials.2.issuedBy', 'a paper from some authority', {
    material: { source: 'authority', issuedBy: null },
  }),
  error('condition-words', 'conditions', 'a condition without words', {
    guide: { conditions: ['无'] },
  }),
  warning('condition-words', 'conditions', 'a catch-all condition', {
    guide: { conditions: ['法律、法规规定的其他条件'] },
  }),
  error('copies', 'materials.2.copies', 'twelve copies', { material: { copies: 12 } }),
  error('copies', 'materials.2.copies', 'neither original nor copy of a paper', {
    material: { format: 'paper', original: false, copies: 0 },
  }),
  error('form-exists', 'formId', 'a form that is not there', { guide: { formId: 'sample' } }),
  warning('form-exists', 'formId', 'no form at all', {}),
  error('form-sound', 'formId', 'a field about a question that is not asked', {
    guide: { formId: 'sample' },
    form: formOf(
      { 'applicant.name': { type: 'string', title: '名称' } },
      { when: { 'applicant.name': [{ question: 'ghost', oneOf: ['x'] }] } },
    ),
  }),
  error('form-sound', 'formId', 'a field that nobody will ever see', {
    guide: { formId: 'sample', questions: [WHO, WHERE] },
    form: formOf(
      { 'applicant.name': { type: 'string', title: '名称' } },
      {
        when: {
          'applicant.name': [
            { question: 'who', oneOf: ['company'] },
            { question: 'where', oneOf: ['here'] },
          ],
        },
      },
    ),
  }),
  error(
    'tolerable-materials',
    'materials.2.tolerableDays',
    'the application itself to follow later',
    {
      guide: { formId: 'sample' },
      form: FORM,
      material: { isTheForm: true, tolerableDays: 3 },
    },
  ),
  warning('tolerable-materials', 'materials.2.tolerableDays', 'later than the decision', {
    material: { tolerableDays: 15 },
  }),
  error(
    'commitment-allowed',
    'materials.2.commitment',
    'a commitment where public safety is at stake',
    {
      material: { commitment: true },
      item: { sealException: 'major-public-safety' },
    },
  ),
  warning('commitment-allowed', 'materials.2.commitment', 'a commitment about drugs', {
    material: { commitment: true },
    item: { name: '麻醉药品运输证明核发' },
  }),
  warning('filling-notes', 'materials.2.fillingNotes', 'to be signed, without a word how', {
    material: { signed: true },
  }),
  warning('unconfirmed-parts', 'materials.2.copies', 'a part that nobody has confirmed', {
    guide: { unconfirmed: ['materials.2.copies'] },
  }),
  error('unconfirmed-parts', 'unconfirmed', 'an unconfirmed part that is not there', {
    guide: { unconfirmed: ['materials.9'] },
  }),
  error('legal-basis', 'legalBasis', 'no basis at all', { guide: { legalBasis: [] } }),
  error('repealed-law', 'legalBasis', 'a law that is no longer in force', {
    guide: { legalBasis: ['《中华人民共和国公司登记管理条例》第二十条'] },
  }),
  warning('item-standing', 'notes', 'a devolved item that does not say where to go', {
    item: { status: 'devolved', handledBy: '县财政局' },
  }),
  warning('renewal', 'validityYears', 'renewable, but good for how long?', {
    guide: { renewable: true },
  }),
  error('partners', 'partnerIds', 'the department as its own partner', {
    guide: { partnerIds: ['market-regulation' as OrganisationId] },
  }),
  error('correction-limit', 'correctionLimitDays', 'a limit to correct that no law knows', {
    guide: { correctionLimitDays: 10, legalBasis: ['《行政许可法》第三十二条'] },
  }),
  warning('visits', 'visits', 'three visits', { guide: { visits: 3 } }),
  error('seed-minimum', 'serviceObjects', 'for nobody', { guide: { serviceObjects: [] } }),
  warning('seed-minimum', 'notes', 'without notes', { guide: { notes: [] } }),
  error('discretion-reasons', 'discretion.1', 'an outcome without circumstances', {
    guide: { discretion: [{ circumstance: '', standard: '看情况', basis: '' }] },
  }),
  warning('plain-standards', 'materials.2.standard', 'a standard that says nothing', {
    material: { standard: '符合规定' },
  }),
]

function findingsOf({ guide = {}, material = {}, item = {}, form }: Partial<Case>) {
  const materials = [sampleMaterial(FEW), sampleMaterial({ number: 2, ...material })]
  return lintGuide(sampleGuide({ materials, ...guide }), sampleItem(item), {
    form: form ?? null,
    today: TODAY,
  })
}

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

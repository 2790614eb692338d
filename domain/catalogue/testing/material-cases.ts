import { type Case, error, FORM, warning, WHERE, WHO } from './lint-case.ts'

/** Faults of a material. */
export const MATERIAL_CASES: readonly Case[] = [
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
  error('intermediary-basis', 'materials.2.basis', 'an intermediary without a law', {
    material: { source: 'intermediary', issuedBy: '有资质的检测机构', basis: '惯例' },
  }),
  error('intermediary-basis', 'materials.2.issuedBy', 'an intermediary that is named', {
    material: { source: 'intermediary', issuedBy: '示例检测有限公司' },
  }),
  error('issuer-named', 'materials.2.issuedBy', 'a paper from some authority', {
    material: { source: 'authority', issuedBy: null },
  }),
  error('copies', 'materials.2.copies', 'twelve copies', { material: { copies: 12 } }),
  error('copies', 'materials.2.copies', 'neither original nor copy of a paper', {
    material: { format: 'paper', original: false, copies: 0 },
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
  warning('plain-standards', 'materials.2.standard', 'a standard that says nothing', {
    material: { standard: '符合规定' },
  }),
]

import type { LocalDate, OrganisationId, ServiceItemId } from '../../shared/ids.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import { questionOf } from './sample-guide.ts'

// A guide of which every part says something, and for every part something else. A part that is added to the record does
// not compile here until it has both, and fails every rendering's test until it is shown there.

const MATERIAL: RequiredMaterial = {
  number: 1,
  name: '甲材料名称',
  basis: '《甲条例》第三条',
  original: true,
  copies: 2,
  format: 'paper',
  pageFormat: 'A4',
  signed: true,
  sealed: false,
  standard: '甲标准：写明面积',
  source: 'authority',
  issuedBy: '甲出具单位',
  sharedFrom: null,
  when: [{ question: 'who', oneOf: ['person'] }],
  tolerableDays: 5,
  commitment: true,
  reusableMonths: 12,
  isTheForm: true,
  fillingNotes: ['甲填写说明'],
  modelText: '甲示范文本',
  samples: [{ fault: 'clear', caption: '甲样例' }],
}

/** Each other part of a material that a rendering has to show. */
export const MATERIAL_CHANGES: {
  readonly [Part in keyof RequiredMaterial]: RequiredMaterial[Part]
} = {
  number: 7,
  name: '乙材料名称',
  basis: '《乙条例》第四条',
  original: false,
  copies: 3,
  format: 'electronic',
  pageFormat: 'A3',
  signed: false,
  sealed: true,
  standard: '乙标准：写明用途',
  source: 'intermediary',
  issuedBy: '乙出具单位',
  sharedFrom: '乙共享来源',
  when: [],
  tolerableDays: 6,
  commitment: false,
  reusableMonths: 24,
  isTheForm: false,
  fillingNotes: ['乙填写说明'],
  modelText: '乙示范文本',
  samples: [{ fault: 'blurred', caption: '乙样例' }],
}

const WHO = questionOf('who', [
  { value: 'person', label: '甲个人' },
  { value: 'company', label: '甲企业', next: 'where' },
])
const WHERE = questionOf('where', [
  { value: 'here', label: '甲本州' },
  { value: 'elsewhere', label: '甲外地', stop: '甲不在本州办理，请到所在地申请' },
])

export const WHOLE_GUIDE: ServiceGuide = {
  itemId: 'aba-60' as ServiceItemId,
  version: 3,
  effectiveOn: '2026-01-05' as LocalDate,
  confirmation: 'drafted',
  unconfirmed: ['scope'],
  scope: '甲适用范围',
  serviceObjects: ['natural-person'],
  legalBasis: ['《甲条例》第一条'],
  conditions: ['甲受理条件'],
  prohibitions: ['甲禁止性要求'],
  quota: '甲数量限制',
  questions: [WHO, WHERE],
  materials: [MATERIAL],
  formId: 'sample',
  kind: 'committed',
  statutoryDays: 19,
  committedDays: 13,
  extensionDays: 9,
  stepLimits: { review: 8, decision: 5, certificate: 4, seal: 2 },
  fee: { amount: 37, basis: '《甲条例》第五十八条' },
  feeLines: [{ name: '甲工本费', standard: '每证 37 元', basis: '《甲条例》第五十九条' }],
  correctionLimitDays: 41,
  commitmentCheckDays: 43,
  toleranceLapse: 'refuse',
  validityYears: 6,
  renewable: true,
  resultKind: 'certificate',
  certificateName: '甲经营许可证',
  discretion: [{ circumstance: '甲情形', standard: '甲处理', basis: '《甲条例》第六条' }],
  rights: ['甲权利义务'],
  faq: [{ question: '甲问题', answer: '甲回答' }],
  visits: 1,
  partnerIds: ['justice' as OrganisationId],
  notes: ['甲注意事项'],
}

export const GUIDE_CHANGES: { readonly [Part in keyof ServiceGuide]: ServiceGuide[Part] } = {
  itemId: 'aba-03' as ServiceItemId,
  version: 4,
  effectiveOn: '2026-02-02' as LocalDate,
  confirmation: 'confirmed',
  unconfirmed: ['notes'],
  scope: '乙适用范围',
  serviceObjects: ['enterprise'],
  legalBasis: ['《乙条例》第一条'],
  conditions: ['乙受理条件'],
  prohibitions: ['乙禁止性要求'],
  quota: null,
  questions: [{ ...WHO, text: '乙问题？' }, WHERE],
  materials: [],
  formId: null,
  kind: 'on-the-spot',
  statutoryDays: 18,
  committedDays: 12,
  extensionDays: null,
  stepLimits: { review: 7, decision: 6, certificate: 3, seal: 1 },
  fee: null,
  feeLines: [],
  correctionLimitDays: null,
  commitmentCheckDays: 44,
  toleranceLapse: 'terminate',
  validityYears: null,
  renewable: false,
  resultKind: 'registration',
  certificateName: '乙登记证书',
  discretion: [],
  rights: ['乙权利义务'],
  faq: [],
  visits: 2,
  partnerIds: [],
  notes: ['乙注意事项'],
}

type Changed = readonly [part: string, before: ServiceGuide, after: ServiceGuide]

/** The whole guide, and with one part changed, for every part: a rendering that looks the same does not show it. */
export const CHANGED_GUIDES: readonly Changed[] = (
  Object.keys(GUIDE_CHANGES) as (keyof ServiceGuide)[]
).map((part) => [part, WHOLE_GUIDE, { ...WHOLE_GUIDE, [part]: GUIDE_CHANGES[part] }])

/** The same for every part of a material. Where somebody is named who issues it, that says what its source is. */
export const CHANGED_MATERIALS: readonly Changed[] = (
  Object.keys(MATERIAL_CHANGES) as (keyof RequiredMaterial)[]
).map((part) => {
  const material = part === 'source' ? { ...MATERIAL, issuedBy: null } : MATERIAL
  return [
    `materials.1.${part}`,
    { ...WHOLE_GUIDE, materials: [material] },
    { ...WHOLE_GUIDE, materials: [{ ...material, [part]: MATERIAL_CHANGES[part] }] },
  ]
})

/** Chinese texts of the record: each stands, letter for letter, in every rendering. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

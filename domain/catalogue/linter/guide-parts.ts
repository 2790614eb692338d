import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'

/** What people call a part of a guide. A part that is added without a name does not compile. */
export const GUIDE_PART_NAME: Readonly<Record<keyof ServiceGuide, string>> = {
  itemId: '事项',
  version: '版本',
  effectiveOn: '施行日期',
  confirmation: '确认情况',
  unconfirmed: '待确认部分',
  scope: '适用范围',
  serviceObjects: '服务对象',
  legalBasis: '设立依据',
  conditions: '受理条件',
  prohibitions: '禁止性要求',
  quota: '数量限制',
  questions: '情形引导',
  materials: '申请材料',
  formId: '申请表',
  kind: '办件类型',
  statutoryDays: '法定时限',
  committedDays: '承诺时限',
  extensionDays: '延长期限',
  stepLimits: '环节时限',
  fee: '收费',
  feeLines: '收费标准',
  correctionLimitDays: '补正期限',
  commitmentCheckDays: '承诺核查期限',
  toleranceLapse: '容缺逾期的后果',
  validityYears: '有效期',
  renewable: '延续',
  resultKind: '结果类型',
  certificateName: '办理结果',
  discretion: '裁量基准',
  rights: '申请人权利义务',
  faq: '常见问题',
  visits: '到现场次数',
  partnerIds: '联办部门',
  notes: '注意事项',
}

export const MATERIAL_PART_NAME: Readonly<Record<keyof RequiredMaterial, string>> = {
  number: '序号',
  name: '名称',
  basis: '依据',
  original: '原件',
  copies: '份数',
  format: '形式',
  pageFormat: '规格',
  signed: '签名',
  sealed: '签章',
  standard: '受理标准',
  source: '来源',
  issuedBy: '出具单位',
  sharedFrom: '共享来源',
  when: '适用情形',
  tolerableDays: '容缺补交期限',
  commitment: '告知承诺',
  reusableMonths: '复用期限',
  isTheForm: '本事项表单',
  fillingNotes: '填写说明',
  modelText: '示范文本',
  samples: '样例',
}

const ORDER = Object.keys(GUIDE_PART_NAME)
const MATERIAL_ORDER = Object.keys(MATERIAL_PART_NAME)

/** Parts in the order of the guide; materials by number, then in the order of their columns. */
export function compareParts(a: string, b: string): number {
  const [ofA, ofB] = [a.split('.'), b.split('.')]
  return (
    placeIn(ORDER, ofA[0]) - placeIn(ORDER, ofB[0]) ||
    Number(ofA[1] ?? 0) - Number(ofB[1] ?? 0) ||
    placeIn(MATERIAL_ORDER, ofA[2]) - placeIn(MATERIAL_ORDER, ofB[2]) ||
    0
  )
}

/** 第 3 项“营业执照”的份数 */
export function partName(guide: ServiceGuide, part: string): string {
  const [top = '', number, field] = part.split('.')
  const name = Object.hasOwn(GUIDE_PART_NAME, top)
    ? GUIDE_PART_NAME[top as keyof ServiceGuide]
    : part
  const material = top === 'materials' ? materialOf(guide, number) : undefined
  if (material === undefined) return name
  const of = `第 ${material.number} 项“${material.name}”`
  return field !== undefined && Object.hasOwn(MATERIAL_PART_NAME, field)
    ? `${of}的${MATERIAL_PART_NAME[field as keyof RequiredMaterial]}`
    : of
}

export function partExists(guide: ServiceGuide, part: string): boolean {
  const [top = '', second, field] = part.split('.')
  if (!Object.hasOwn(GUIDE_PART_NAME, top)) return false
  if (second === undefined) return true
  switch (top) {
    case 'materials':
      return (
        materialOf(guide, second) !== undefined &&
        (field === undefined || Object.hasOwn(MATERIAL_PART_NAME, field))
      )
    case 'questions':
      return guide.questions.some(({ id }) => id === second)
    case 'stepLimits':
    case 'fee':
      return Object.hasOwn(guide[top] ?? {}, second)
    default:
      return isPlaceIn(guide[top as keyof ServiceGuide], Number(second))
  }
}

function isPlaceIn(list: unknown, place: number): boolean {
  return Array.isArray(list) && place >= 0 && place <= list.length
}

function materialOf({ materials }: ServiceGuide, number: string | undefined) {
  return materials.find((material) => String(material.number) === number)
}

function placeIn(order: readonly string[], name: string | undefined): number {
  if (name === undefined) return -1
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}

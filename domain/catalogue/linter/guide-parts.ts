import { STEP_NAME } from '../../deadline/clock-words.ts'
import type { RequiredMaterial, ServiceGuide, StepName } from '../service-guide.ts'

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

/** What is needed of a guide to name its parts. */
export type NamedParts = Pick<ServiceGuide, 'materials' | 'questions'> &
  Readonly<Partial<Record<keyof ServiceGuide, unknown>>>

/** 第 3 项“营业执照”的份数, 问题“场所是自有还是租赁？”, 审核的环节时限, 受理条件第 1 条（《…》第八条）. */
export function partName(guide: NamedParts, part: string): string {
  const [top = '', key, field] = part.split('.')
  const name = Object.hasOwn(GUIDE_PART_NAME, top)
    ? GUIDE_PART_NAME[top as keyof ServiceGuide]
    : part
  if (key === undefined) return name
  if (top === 'materials') return materialPart(guide, key, field) ?? name
  if (top === 'questions') {
    const question = guide.questions.find(({ id }) => id === key)
    return question === undefined ? name : `问题“${question.text}”`
  }
  if (top === 'stepLimits') return `${STEP_NAME[key as StepName] ?? key}的${name}`
  const row = rowAt(guide[top as keyof ServiceGuide], Number(key))
  return row === undefined ? name : `${name}第 ${key} 条${row}`
}

function materialPart(guide: NamedParts, key: string, field: string | undefined) {
  const material = materialOf(guide, key)
  if (material === undefined) return undefined
  const of = `第 ${material.number} 项“${material.name}”`
  return field !== undefined && Object.hasOwn(MATERIAL_PART_NAME, field)
    ? `${of}的${MATERIAL_PART_NAME[field as keyof RequiredMaterial]}`
    : of
}

const ARTICLE = /《[^》]+》第[〇零一二三四五六七八九十百千\d]+条/
const LONGEST_QUOTE = 16

/** A row of a list, counted from one, by the article it rests on, or else by how it begins. */
function rowAt(list: unknown, place: number): string | undefined {
  const row: unknown = Array.isArray(list) ? list[place - 1] : undefined
  if (row === undefined) return undefined
  const text = typeof row === 'string' ? row : wordsOf(row as Readonly<Record<string, unknown>>)
  const [article] = ARTICLE.exec(text) ?? []
  if (article !== undefined && typeof row === 'string') return `（${article}）`
  const letters = Array.from(text)
  return `“${letters.slice(0, LONGEST_QUOTE).join('')}${letters.length > LONGEST_QUOTE ? '…' : ''}”`
}

/** What a fee, a criterion or a question and answer is known by. */
function wordsOf({ name, circumstance, question }: Readonly<Record<string, unknown>>): string {
  return [name, circumstance, question].find((one) => typeof one === 'string') ?? ''
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

function materialOf({ materials }: Pick<ServiceGuide, 'materials'>, number: string | undefined) {
  return materials.find((material) => String(material.number) === number)
}

function placeIn(order: readonly string[], name: string | undefined): number {
  if (name === undefined) return -1
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}

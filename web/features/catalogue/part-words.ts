import {
  GUIDE_PART_NAME,
  MATERIAL_PART_NAME,
  type NamedParts,
  partName as nameInGuide,
} from '../../../domain/catalogue/linter/guide-parts.ts'
import type { SampleFault, ServiceObject } from '../../../domain/catalogue/service-guide.ts'
import { TOLERANCE_LAPSE_NAME } from '../../../domain/catalogue/versions/guide-words.ts'

/** Names inside a part: of a material, a question, a step. */
const INNER_NAMES: Readonly<Record<string, string>> = {
  ...MATERIAL_PART_NAME,
  fault: '样例画面',
  caption: '样例说明',
  id: '标识',
  text: '问题',
  help: '说明',
  options: '选项',
  value: '标识',
  label: '选项',
  next: '下一问',
  stop: '到此为止的说明',
  question: '问题',
  oneOf: '回答',
  answer: '回答',
  review: '审核',
  decision: '决定',
  certificate: '制证',
  seal: '盖章',
  amount: '金额',
  circumstance: '情形',
}

/** `materials.3.copies` in words: 申请材料 · 第 3 项 · 份数; with the guide at hand 第 3 项“营业执照”的份数. */
export function partName(part: string, guide?: NamedParts): string {
  const [first = '', ...rest] = part.split('.')
  if (guide !== undefined) return named(guide, part)
  const head = GUIDE_PART_NAME[first as keyof typeof GUIDE_PART_NAME] ?? first
  const tail = rest.map((key) =>
    /^\d+$/.test(key) ? `第 ${key} 项` : (INNER_NAMES[key] ?? `“${key}”`),
  )
  return [head, ...tail].join(' · ')
}

function named(guide: NamedParts, part: string): string {
  const [first, second, ...rest] = part.split('.')
  if (second === undefined || rest.length === 0 || (first === 'materials' && rest.length === 1))
    return nameInGuide(guide, part)
  const inner = rest.map((key, at) =>
    /^\d+$/.test(key)
      ? `第 ${key} 项`
      : (INNER_NAMES[key] ?? optionLabel(guide, second, rest[at - 1], key)),
  )
  return [nameInGuide(guide, `${first}.${second}`), ...inner].join(' · ')
}

function optionLabel(guide: NamedParts, id: string, list: string | undefined, value: string) {
  const question = list === 'options' ? guide.questions.find((one) => one.id === id) : undefined
  const label = question?.options.find((one) => one.value === value)?.label
  return `“${label ?? value}”`
}

/** A place of a draft, counted from nought as it is merged, by what people call what stands there. */
export function placeName(keys: readonly string[], draft: unknown): string {
  const guide = isGuide(draft) ? draft : undefined
  const [list, at] = keys
  const counted = keys.map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : key))
  if (guide === undefined || at === undefined) return partName(counted.join('.'), guide)
  const own = {
    materials: guide.materials[Number(at)]?.number,
    questions: guide.questions[Number(at)]?.id,
  }
  const subject = list === 'materials' || list === 'questions' ? own[list] : undefined
  const path = subject === undefined ? counted : [list, String(subject), ...counted.slice(2)]
  return partName(path.join('.'), guide)
}

function isGuide(draft: unknown): draft is NamedParts {
  return typeof draft === 'object' && draft !== null && 'materials' in draft && 'questions' in draft
}

export const SERVICE_OBJECT_NAMES: Readonly<Record<ServiceObject, string>> = {
  'natural-person': '自然人',
  enterprise: '企业法人',
  institution: '事业法人',
  'social-organisation': '社会组织法人',
  'government-body': '行政机关',
  'other-organisation': '其他组织',
}
export const KIND_NAMES = { committed: '承诺件（两人审批）', 'on-the-spot': '即办件' } as const
export const RESULT_NAMES = {
  certificate: '证照',
  'approval-document': '批文',
  registration: '登记（备案）',
  none: '不出具结果文书',
} as const
export const FORMAT_NAMES = { paper: '纸质', electronic: '电子', either: '纸质或者电子' } as const
export const SOURCE_NAMES = {
  applicant: '申请人自备',
  authority: '政府部门核发',
  intermediary: '中介机构出具',
} as const
export const FAULT_NAMES: Readonly<Record<SampleFault, string>> = {
  clear: '正确：清晰完整',
  blurred: '错误：模糊',
  'cut-off': '错误：缺边缺页',
  shadow: '错误：阴影遮挡',
  expired: '错误：已过期',
  unsigned: '错误：没有签名',
  unsealed: '错误：没有盖章',
  altered: '错误：有涂改',
}
export const CONFIRMATION_NAMES = {
  baseline: '基准指南，待部门确认',
  drafted: '依法起草，待部门确认',
  confirmed: '已确认',
} as const

const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  serviceObjects: SERVICE_OBJECT_NAMES,
  kind: KIND_NAMES,
  toleranceLapse: TOLERANCE_LAPSE_NAME,
  resultKind: RESULT_NAMES,
  format: FORMAT_NAMES,
  source: SOURCE_NAMES,
  fault: FAULT_NAMES,
}

/** A value of a part as people read it; records and lists line by line. */
export function valueWords(part: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return listWords(part, value)
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${INNER_NAMES[key] ?? key}：${valueWords(key, inner)}`)
      .join('；')
  return typeof value === 'string' || typeof value === 'number' ? plainWords(part, value) : ''
}

const NOTHING = '（空）'

function listWords(part: string, values: readonly unknown[]): string {
  if (values.length === 0) return NOTHING
  const between = typeof values[0] === 'object' ? '\n\n' : '\n'
  return values.map((one) => valueWords(part, one)).join(between)
}

/** A word of the contract by its name: `either` of `materials.0.format`, `enterprise` of `serviceObjects.1`. */
function plainWords(part: string, value: string | number): string {
  const names = part
    .split('.')
    .toReversed()
    .find((key) => !/^\d+$/.test(key))
  return VALUE_NAMES[names ?? '']?.[value] ?? String(value)
}

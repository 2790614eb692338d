import { chineseDate } from '../../shared/local-date.ts'
import { GUIDE_PART_NAME } from '../linter/guide-parts.ts'
import type { ServiceGuide } from '../service-guide.ts'
import {
  KIND_NAME,
  RESULT_KIND_NAME,
  SERVICE_OBJECT_NAME,
  TOLERANCE_LAPSE_NAME,
} from '../versions/guide-words.ts'
import type { Fact } from './material-facts.ts'
import { questionLines } from './question-lines.ts'

/** Names that a guide itself does not hold. */
export type GuideNames = {
  readonly item: string
  /** By organisation id. */
  readonly organisations: Readonly<Record<string, string>>
  /** Null: the item has no form. */
  readonly form: string | null
}

type Words = (guide: ServiceGuide, names: GuideNames) => readonly string[]

export const CONFIRMATION_NAME: Readonly<Record<ServiceGuide['confirmation'], string>> = {
  baseline: '基准指南，待部门确认：按行政许可法的一般规定编写，以窗口书面告知为准',
  drafted: '依据法律、法规起草，标“待部门确认”的内容以窗口书面告知为准',
  confirmed: '经部门和州行政审批局确认',
}

/** What each part of a guide says to people. A new part does not compile without. */
const WORDS: Readonly<Record<keyof ServiceGuide, Words>> = {
  itemId: (_, { item }) => [item],
  version: ({ version }) => [`第 ${version} 版`],
  effectiveOn: ({ effectiveOn }) => [`${chineseDate(effectiveOn)}起施行`],
  confirmation: ({ confirmation }) => [CONFIRMATION_NAME[confirmation]],
  unconfirmed: ({ unconfirmed }) =>
    unconfirmed.length === 0 ? [] : [`${unconfirmed.length} 处待部门确认`],
  scope: ({ scope }) => (scope === '' ? [] : [scope]),
  serviceObjects: ({ serviceObjects }) =>
    serviceObjects.length === 0
      ? []
      : [serviceObjects.map((object) => SERVICE_OBJECT_NAME[object]).join('、')],
  legalBasis: ({ legalBasis }) => legalBasis,
  conditions: ({ conditions }) => conditions,
  prohibitions: ({ prohibitions }) => prohibitions,
  quota: ({ quota }) => [quota ?? '无数量限制'],
  questions: ({ questions }) => questionLines(questions),
  materials: ({ materials }) => materials.map(({ number, name }) => `${number}. ${name}`),
  formId: (_, { form }) => [form ?? '没有统一的申请表，由申请人自行书写'],
  kind: ({ kind }) => [KIND_NAME[kind]],
  statutoryDays: ({ statutoryDays }) => [`${statutoryDays} 个工作日`],
  committedDays: ({ committedDays }) => [
    committedDays === 0 ? '当场办结' : `${committedDays} 个工作日`,
  ],
  extensionDays: ({ extensionDays }) => [
    extensionDays === null
      ? '依照行政许可法第四十二条，可以延长一次'
      : `依照本事项的规定，可以延长一次，不超过 ${extensionDays} 个工作日`,
  ],
  stepLimits: ({ stepLimits: { review, decision, certificate, seal } }) => [
    `审查 ${review}、决定 ${decision}、制证 ${certificate}、用印 ${seal} 个工作日`,
  ],
  fee: ({ fee }) => [fee === null ? '不收费' : `${fee.amount} 元（${fee.basis}）`],
  feeLines: ({ feeLines }) =>
    feeLines.map(({ name, standard, basis }) => `${name}：${standard}（${basis}）`),
  correctionLimitDays: ({ correctionLimitDays }) => [
    correctionLimitDays === null ? '没有规定期限' : `${correctionLimitDays} 日`,
  ],
  commitmentCheckDays: ({ commitmentCheckDays, materials }) =>
    commitmentCheckDays !== null
      ? [`受理后 ${commitmentCheckDays} 个工作日内核查承诺`]
      : materials.some(({ commitment }) => commitment)
        ? ['没有写明，待部门确认']
        : [],
  toleranceLapse: ({ toleranceLapse, materials }) =>
    toleranceLapse !== null
      ? [TOLERANCE_LAPSE_NAME[toleranceLapse]]
      : materials.some(({ tolerableDays }) => tolerableDays !== null)
        ? ['没有写明，待部门确认；补齐前不准予、不制证、不出件']
        : [],
  validityYears: ({ validityYears }) => [
    validityYears === null ? '无固定期限' : `${validityYears} 年`,
  ],
  renewable: ({ renewable }) => [
    renewable ? '可以延续，须在有效期届满三十日前提出申请' : '不办理延续',
  ],
  resultKind: ({ resultKind }) => [RESULT_KIND_NAME[resultKind]],
  certificateName: ({ certificateName }) => (certificateName === '' ? [] : [certificateName]),
  discretion: ({ discretion }) =>
    discretion.map(
      ({ circumstance, standard, basis }) =>
        `${circumstance}：${standard}${basis === '' ? '' : `（${basis}）`}`,
    ),
  rights: ({ rights }) => rights,
  faq: ({ faq }) => faq.flatMap(({ question, answer }) => [`问：${question}`, `答：${answer}`]),
  visits: ({ visits }) => [visits === 0 ? '不需要到现场' : `${visits} 次`],
  partnerIds: ({ partnerIds }, { organisations }) =>
    partnerIds.length === 0 ? [] : [partnerIds.map((id) => organisations[id] ?? id).join('、')],
  notes: ({ notes }) => notes,
}

/** Every part of a guide, with what it says; materials one by one are `materialFacts`. */
export function guideFact(part: keyof ServiceGuide, guide: ServiceGuide, names: GuideNames): Fact {
  return {
    part,
    name: GUIDE_PART_NAME[part],
    words: WORDS[part](guide, names),
    isOpen: guide.unconfirmed.some((open) => open === part || isInside(open, part)),
  }
}

/** `stepLimits.review` opens stepLimits; a material's part opens that material only. */
function isInside(open: string, part: string): boolean {
  return part !== 'materials' && open.startsWith(`${part}.`)
}

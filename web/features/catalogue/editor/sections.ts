import type { GuideContent } from '../../../../contract/guide-schema.ts'

type Section = { readonly title: string; readonly parts: readonly (keyof GuideContent)[] }

/** The guide in the order in which a department writes it. */
export const SECTIONS = {
  basics: {
    title: '基本信息',
    parts: [
      'scope',
      'serviceObjects',
      'kind',
      'resultKind',
      'certificateName',
      'validityYears',
      'renewable',
      'quota',
      'visits',
      'partnerIds',
    ],
  },
  basis: { title: '依据', parts: ['legalBasis'] },
  conditions: { title: '条件', parts: ['conditions', 'prohibitions'] },
  situations: { title: '情形引导', parts: ['questions'] },
  materials: { title: '申请材料', parts: ['materials', 'formId'] },
  process: {
    title: '流程时限',
    parts: [
      'statutoryDays',
      'committedDays',
      'extensionDays',
      'stepLimits',
      'correctionLimitDays',
      'commitmentCheckDays',
      'toleranceLapse',
    ],
  },
  fee: { title: '收费', parts: ['fee', 'feeLines'] },
  discretion: { title: '裁量基准', parts: ['discretion'] },
  more: { title: '权利义务、问答和说明', parts: ['rights', 'faq', 'notes'] },
} as const satisfies Record<string, Section>
export type SectionName = keyof typeof SECTIONS
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[]

import type { GuideText, ItemText } from '../draft/catalogue-draft.ts'
import { NOTICE_TITLE } from '../../notice/notice-titles.ts'
import type { NoticeKind } from '../../notice/notice.ts'
import type { DiffLine } from './compare.ts'

export type TouchedPaper = {
  readonly kind: NoticeKind | 'certificate'
  readonly title: string
  /** 法定办结时限、收费 */
  readonly because: string
}

/** Which parts each paper prints: the same parts that domain/notice and the certificate read. */
const PRINTS: Readonly<Partial<Record<NoticeKind | 'certificate', readonly string[]>>> = {
  'receipt-slip': ['name', 'materials'],
  'correction-notice': ['name', 'materials'],
  'acceptance-notice': ['name', 'statutoryDays', 'committedDays', 'fee', 'feeLines', 'materials'],
  'deemed-acceptance-notice': ['name', 'statutoryDays', 'committedDays', 'fee', 'feeLines'],
  'non-acceptance-notice': ['name', 'handledBy', 'materials'],
  'extension-notice': ['name', 'statutoryDays', 'extensionDays'],
  'grant-decision': [
    'name',
    'conditions',
    'legalBasis',
    'validityYears',
    'certificateName',
    'renewable',
    'departmentId',
  ],
  'refusal-decision': ['name', 'conditions', 'legalBasis', 'materials', 'departmentId'],
  'sealing-letter': ['name', 'legalBasis', 'departmentId'],
  'commitment-letter': ['name', 'materials'],
  'tolerance-promise': ['name', 'materials'],
  'pickup-notice': ['name'],
  'delivery-receipt': ['name'],
  certificate: ['name', 'certificateName', 'validityYears', 'departmentId'],
}

/** The papers whose text a change reaches, each with the parts it is reached by. */
export function touchedPapers(lines: readonly DiffLine[]): TouchedPaper[] {
  return (Object.entries(PRINTS) as [TouchedPaper['kind'], readonly string[]][]).flatMap(
    ([kind, parts]) => {
      const hits = lines.filter(({ part }) => parts.includes(part.split('.')[0] ?? ''))
      if (hits.length === 0) return []
      const because = [...new Set(hits.map(({ label }) => label.split(' · ')[0] ?? label))]
      return [{ kind, title: titleOf(kind), because: because.slice(0, 6).join('、') }]
    },
  )
}

function titleOf(kind: TouchedPaper['kind']): string {
  return kind === 'certificate' ? '许可证件' : NOTICE_TITLE[kind]
}

/** The form that the guide asks its facts with, before and after. */
export function formChange(
  before: GuideText | null,
  after: GuideText | ItemText,
): { readonly before: string | null; readonly after: string | null } {
  const was = before?.formId ?? null
  return { before: was, after: 'formId' in after ? after.formId : was }
}

import type { LodgedApplication } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { APPROVAL_SERVICE_CENTRE } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { NOTICE_TITLE } from './notice-titles.ts'
import type { NoticeBlock, NoticeDocument } from './notice.ts'
import { issuerOf, numberPrefixOf } from './number-series.ts'
import type { ApplicationNoticeKind } from './number-series.ts'
import { TIBETAN_HEADING } from './tibetan-headings.ts'

type Content = {
  readonly kind: ApplicationNoticeKind
  /** Where a variant is called otherwise than its kind. */
  readonly title?: string
  readonly layout: NoticeDocument['layout']
  readonly addressee: string
  readonly dated: LocalDate
  readonly body: readonly NoticeBlock[]
}

const FOOTNOTE = {
  baseline: ['基准指南，待部门确认'],
  drafted: ['指南依据法律起草，标明的部分待部门确认'],
  confirmed: [],
} as const satisfies Record<ServiceGuide['confirmation'], readonly string[]>

/** Issuer, number series, seal and footnotes follow from the kind and the application's department. */
export function frameNotice(
  content: Content,
  { departmentId }: LodgedApplication,
  { guide, organisationOf }: NoticeContext,
): NoticeDocument {
  const department = organisationOf(departmentId)
  const byWindow = issuerOf(content.kind) === 'window'
  return {
    title: NOTICE_TITLE[content.kind],
    tibetanHeading: TIBETAN_HEADING[content.kind],
    ...content,
    numberPrefix: numberPrefixOf(content.kind, department.documentPrefix),
    issuer: byWindow ? organisationOf(APPROVAL_SERVICE_CENTRE).name : department.name,
    seal: byWindow ? 'acceptance-seal' : `department:${departmentId}`,
    footnotes: [...FOOTNOTE[guide.confirmation]],
  }
}

export function paragraph(...sentences: readonly string[]): NoticeBlock {
  return { kind: 'paragraph', text: sentences.join('') }
}

export function heading(text: string): NoticeBlock {
  return { kind: 'heading', text }
}

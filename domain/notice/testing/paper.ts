import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../../catalogue/aba/load-catalogue.ts'
import type { Applicant } from '../../application/applicant.ts'
import type { LodgedApplication } from '../../application/application.ts'
import type { ApplicationEvent, ApplicationReceived } from '../../application/events.ts'
import { applicationFrom } from '../../application/evolve.ts'
import { THE_LAW } from '../../shared/actor.ts'
import type { Actor, Role } from '../../shared/actor.ts'
import type { AccountId, Instant, LocalDate, OrganisationId } from '../../shared/ids.ts'
import type { NoticeContext, NoticeOrganisation } from '../notice-context.ts'
import type { NoticeDocument } from '../notice.ts'
import { noticesFor } from '../notices-for.ts'

export const date = (text: string): LocalDate => text as LocalDate
export const organisation = (text: string): OrganisationId => text as OrganisationId

/** 09:00 in China on that day. */
export const nine = (day: string): Instant => `${day}T01:00:00.000Z` as Instant

export const PERSON: Applicant = {
  kind: 'person',
  name: '阿依古丽·示例',
  identityType: 'id-card',
  identityNumber: '513201199003070014',
  phone: '13800000000',
  address: '阿坝州示例路1号',
  contactName: null,
}

export const COMPANY: Applicant = {
  kind: 'company',
  name: '阿坝州示例演艺有限公司',
  identityType: 'credit-code',
  identityNumber: '91513200MA00000018',
  phone: null,
  address: null,
  contactName: '张某某',
}

function actor(role: Role, name: string): Actor {
  return { accountId: `account-${name}` as AccountId, name, role, body: 'department' }
}
export const CLERK: Actor = {
  ...actor('window-clerk', '王某某'),
  body: 'approval-service-centre',
  window: 2,
}
export const REVIEWER = actor('reviewer', '李某某')
export const DECIDER = actor('decider', '赵某某')
export const HEAD = actor('department-head', '陈某某')
export { THE_LAW }

/** An annex item by its number, with the catalogue's guide, calendar and bodies. */
export function contextOf(
  annexNumber: number,
  over: { readonly item?: object; readonly guide?: object; readonly context?: object } = {},
): NoticeContext {
  const item = ABA_ITEMS.find((candidate) => candidate.annexNumber === annexNumber)
  const guide = ABA_GUIDES.find((candidate) => candidate.itemId === item?.itemId)
  if (item === undefined || guide === undefined) throw new Error(`No annex item ${annexNumber}`)
  return {
    item: { ...item, ...over.item },
    guide: { ...guide, ...over.guide },
    calendar: ABA_CALENDAR,
    organisationOf: getOrganisation,
    sealRoute: 'bureau',
    portalUrl: 'https://yichuang.example',
    ...over.context,
  }
}

function getOrganisation(id: OrganisationId): NoticeOrganisation {
  const found = ABA_ORGANISATIONS.find(({ organisationId }) => organisationId === id)
  if (found === undefined) throw new Error(`No organisation ${id}`)
  return found
}

/** Received at the window on 2026-03-02 at 09:05 China time, materials complete. */
export function receipt(
  { item }: NoticeContext,
  over: Partial<ApplicationReceived> = {},
): ApplicationReceived {
  return {
    type: 'ApplicationReceived',
    by: CLERK,
    at: '2026-03-02T01:05:00.000Z' as Instant,
    itemId: item.itemId,
    guideVersion: 1,
    departmentId: item.departmentId,
    partnerIds: item.partnerIds,
    applicant: PERSON,
    channel: 'window',
    materials: { 1: 'held', 2: 'held', 3: 'held' },
    insisted: false,
    renewal: null,
    ...over,
  }
}

export const accepted = (day: string): ApplicationEvent => ({
  type: 'ApplicationAccepted',
  by: CLERK,
  at: nine(day),
})
export const granted = (day: string, reason = '符合规定条件'): ApplicationEvent => ({
  type: 'LicenceGranted',
  by: DECIDER,
  at: nine(day),
  reason,
})
export const refused = (day: string): ApplicationEvent => ({
  type: 'LicenceRefused',
  by: DECIDER,
  at: nine(day),
  reason: '现场核查发现经营场所面积不足，不符合条例规定的最低面积，故不予许可',
})
export const reviewed = (day: string, department: string): ApplicationEvent => ({
  type: 'ReviewOpinionRecorded',
  by: REVIEWER,
  at: nine(day),
  departmentId: organisation(department),
  outcome: 'pass',
  opinion: '材料齐全',
})
export const certificateMade = (day: string): ApplicationEvent => ({
  type: 'CertificateMade',
  by: REVIEWER,
  at: nine(day),
  version: 1,
  hash: 'ab'.repeat(32),
  name: '营业性演出许可证',
  number: '513200-20260302-000001-001',
  validFrom: date(day),
  validUntil: null,
  content: '',
})
/** The only paper that the last event makes, from the state after it. */
export function paperOf(
  history: readonly ApplicationEvent[],
  context: NoticeContext,
): NoticeDocument {
  const papers = papersOf(history, context)
  const [paper] = papers
  if (paper === undefined || papers.length !== 1)
    throw new Error(`${papers.length} papers, not one`)
  return paper
}

export function papersOf(
  history: readonly ApplicationEvent[],
  context: NoticeContext,
): readonly NoticeDocument[] {
  const event = history.at(-1)
  const application = applicationFrom(history)
  if (event === undefined || application.status === 'not-lodged') throw new Error('No history')
  return noticesFor(event, application satisfies LodgedApplication, context)
}

/** Every text of the body, one a line. */
export function bodyText({ body }: NoticeDocument): string {
  return body
    .flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return [block.text]
        case 'numbered':
          return block.items
        case 'facts':
          return block.rows.map((row) => row.join('：'))
        case 'table':
          return [block.columns, ...block.rows].map((row) => row.join(' | '))
        case 'sign-here':
          return block.labels
      }
    })
    .join('\n')
}

/** Names the mandatory fields that the text does not have. */
export function missingFields(
  document: NoticeDocument,
  fields: Readonly<Record<string, string>>,
): string[] {
  const text = bodyText(document)
  return Object.entries(fields)
    .filter(([, expected]) => !text.includes(expected))
    .map(([field, expected]) => `${field}: ${expected}`)
}

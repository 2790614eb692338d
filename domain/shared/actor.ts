import type { AccountId, OrganisationId } from './ids.ts'

/** The bodies of the seed notice: three centre bodies, departments, and those around them (domain rules §3). */
export type Body =
  | 'public'
  | 'approval-service-centre'
  | 'approval-bureau'
  | 'government-service-centre'
  | 'department'
  | 'prefecture-government'
  | 'administration'
  | 'law'

export type Role =
  | 'applicant'
  | 'window-clerk'
  | 'accompanying-agent'
  | 'reviewer'
  | 'decider'
  | 'department-head'
  | 'government-head'
  | 'seal-keeper'
  | 'supervisor'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'catalogue-editor'
  | 'catalogue-confirmer'
  | 'hall-manager'
  | 'law'

/** Who acts. Copied into every event, so the trail never needs a join to say who did it. */
export type Actor = {
  readonly accountId: AccountId
  readonly name: string
  readonly role: Role
  readonly body: Body
  /** The department or centre body the person belongs to; an applicant has none. */
  readonly organisationId?: OrganisationId
  /** Number of the comprehensive window, for clerks. */
  readonly window?: number
  /** An applicant's own identity, `id-card:513201…`: compared with the application's. */
  readonly identity?: string
}

/** What happens without anybody doing it, by force of the statute (deemed acceptance, overrun, deemed renewal). */
export const THE_LAW: Actor = {
  accountId: '00000000-0000-7000-8000-000000000000' as AccountId,
  name: '依法自动',
  role: 'law',
  body: 'law',
}

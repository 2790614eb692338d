import { identityOf, type Applicant } from '../application/applicant.ts'
import type { Actor, Body, Role } from '../shared/actor.ts'
import type { AccountId, OrganisationId } from '../shared/ids.ts'

export const DEPARTMENT = 'culture-tourism' as OrganisationId
export const PARTNERS = ['market-regulation', 'agriculture'] as unknown as readonly [
  OrganisationId,
  OrganisationId,
]
export const OUTSIDER = 'finance' as OrganisationId

export const PERSON: Applicant = {
  kind: 'person',
  name: '阿依古丽·示例',
  identityType: 'id-card',
  identityNumber: '513201199003070014',
  phone: '13800000000',
  address: '阿坝州示例路1号',
  contactName: null,
}
const STRANGER: Applicant = {
  ...PERSON,
  name: '卓玛示例',
  identityNumber: '513225198511120045',
}

const centre = (name: string, window: number) =>
  actor('window-clerk', 'approval-service-centre', name, 'approval-service-centre', { window })
const department = (role: Role, name: string, organisation: string = DEPARTMENT) =>
  actor(role, 'department', name, organisation)
const citizen = (applicant: Applicant) =>
  actor('applicant', 'public', applicant.name, null, { identity: identityOf(applicant) })
const admin = (role: Role, name: string) => actor(role, 'administration', name, null)

export const CLERK = centre('窗口甲', 1)
export const CLERK_2 = centre('窗口乙', 2)
export const AGENT = actor(
  'accompanying-agent',
  'government-service-centre',
  '代办某某',
  'government-service-centre',
)
export const CITIZEN = citizen(PERSON)
export const OTHER_CITIZEN = citizen(STRANGER)
export const REVIEWER = department('reviewer', '审核甲')
export const REVIEWER_2 = department('reviewer', '审核乙')
export const DECIDER = department('decider', '决定某某')
export const DECIDER_2 = department('decider', '决定乙')
export const HEAD = department('department-head', '负责某某')
export const PARTNER_REVIEWER = department('reviewer', '协办甲', PARTNERS[0])
export const PARTNER_REVIEWER_2 = department('reviewer', '协办乙', PARTNERS[1])
export const PARTNER_HEAD = department('department-head', '协办负责', PARTNERS[0])
export const OTHER_REVIEWER = department('reviewer', '外审某某', OUTSIDER)
export const OTHER_HEAD = department('department-head', '外负责某', OUTSIDER)
export const GOVERNMENT_HEAD = actor(
  'government-head',
  'prefecture-government',
  '州府某某',
  'prefecture-government',
)
export const SEALER = actor('seal-keeper', 'approval-bureau', '用印甲', 'approval-bureau')
export const SEALER_2 = actor('seal-keeper', 'approval-bureau', '用印乙', 'approval-bureau')
export const SUPERVISOR = actor(
  'supervisor',
  'government-service-centre',
  '督查某某',
  'government-service-centre',
)
export const SYSTEM_ADMIN = admin('system-admin', '系统某某')
export const SECURITY_ADMIN = admin('security-admin', '安全某某')
export const AUDIT_ADMIN = admin('audit-admin', '审计某某')
export const CATALOGUE_EDITOR = actor(
  'catalogue-editor',
  'department',
  '事项某某',
  'culture-tourism',
)
export const CATALOGUE_CONFIRMER = actor(
  'catalogue-confirmer',
  'approval-bureau',
  '审定某某',
  'approval-bureau',
)

export const HALL_MANAGER = actor(
  'hall-manager',
  'approval-service-centre',
  '大厅某某',
  'approval-service-centre',
)

/** Everybody who may try anything. */
export const EVERYBODY: readonly Actor[] = [
  CLERK,
  CLERK_2,
  AGENT,
  CITIZEN,
  OTHER_CITIZEN,
  REVIEWER,
  REVIEWER_2,
  DECIDER,
  DECIDER_2,
  HEAD,
  PARTNER_REVIEWER,
  PARTNER_REVIEWER_2,
  PARTNER_HEAD,
  OTHER_REVIEWER,
  OTHER_HEAD,
  GOVERNMENT_HEAD,
  SEALER,
  SEALER_2,
  SUPERVISOR,
  SYSTEM_ADMIN,
  SECURITY_ADMIN,
  AUDIT_ADMIN,
  CATALOGUE_EDITOR,
  CATALOGUE_CONFIRMER,
  HALL_MANAGER,
]

function actor(
  role: Role,
  body: Body,
  name: string,
  organisation: string | null,
  over: Partial<Actor> = {},
): Actor {
  const place = organisation === null ? {} : { organisationId: organisation as OrganisationId }
  return { accountId: `account-${name}` as AccountId, name, role, body, ...place, ...over }
}

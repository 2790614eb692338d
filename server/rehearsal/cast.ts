import type { OrganisationId } from '../../domain/shared/ids.ts'
import type { Role } from '../../domain/shared/actor.ts'
import { ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { APPLICANT_NAMES, madeUpApplicant, SOMEBODY_ELSE } from './made-up-applicants.ts'
import type { MadeUpApplicant } from './made-up-applicants.ts'

export const CAST = [
  'window.clerk.1',
  'window.clerk.2',
  'window.clerk.3',
  'window.clerk.4',
  'window.clerk.5',
  'window.clerk.6',
  'window.clerk.7',
  'department.reviewer',
  'department.reviewer.2',
  'department.decider',
  'department.head',
  'partner.reviewer.1',
  'partner.reviewer.2',
  'other.reviewer',
  'government.head',
  'bureau.sealer',
  'bureau.sealer.2',
  'centre.supervisor',
  'centre.agent',
  'citizen',
  'citizen.other',
  'system.admin',
  'security.admin',
  'audit.admin',
] as const
export type CastName = (typeof CAST)[number]

export type CastAccount = {
  /** Unique in a scenario; also the username. */
  readonly key: string
  readonly name: string
  readonly role: Exclude<Role, 'law'>
  readonly organisationId: OrganisationId | null
  readonly window: number | null
  readonly identity: string | null
  readonly trained: boolean
}

/** The application a step is about: whose department, which partners, whose application. */
export type Concerned = {
  readonly departmentId: OrganisationId
  readonly partnerIds: readonly OrganisationId[]
  readonly applicant: MadeUpApplicant
}

const DEPARTMENTS = ABA_ORGANISATIONS.filter(({ body }) => body === 'department').map(
  ({ organisationId }) => organisationId,
)
const DEPARTMENT_POSTS = [
  ['department.reviewer', 'reviewer', '甲审核'],
  ['department.reviewer.2', 'reviewer', '乙审核'],
  ['department.decider', 'decider', '决定'],
  ['department.head', 'department-head', '负责'],
] as const
const PLACES = {
  centre: 'approval-service-centre' as OrganisationId,
  bureau: 'approval-bureau' as OrganisationId,
  service: 'government-service-centre' as OrganisationId,
  government: 'prefecture-government' as OrganisationId,
}
/** Partners of the joint item, for an item that has none of its own. */
const USUAL_PARTNERS = ['market-regulation', 'agriculture', 'commerce'] as OrganisationId[]
/** Window of each of the seven posts (seed notice, part three (1) 1). */
const WINDOW_OF_POST = [1, 1, 1, 2, 2, 3, 3]

/** Everybody of one scenario: the same people, made anew for each. */
export const CAST_ACCOUNTS: readonly CastAccount[] = [
  ...WINDOW_OF_POST.map((window, index) =>
    staff(`window.clerk.${index + 1}`, `窗口${index + 1}号演练`, 'window-clerk', PLACES.centre, {
      window,
      trained: index < 6,
    }),
  ),
  ...DEPARTMENTS.flatMap((departmentId) =>
    DEPARTMENT_POSTS.map(([post, role, name]) =>
      staff(`${post}@${departmentId}`, `${name}演练`, role, departmentId),
    ),
  ),
  staff('government.head', '州府演练', 'government-head', PLACES.government),
  staff('bureau.sealer', '用印甲演练', 'seal-keeper', PLACES.bureau),
  staff('bureau.sealer.2', '用印乙演练', 'seal-keeper', PLACES.bureau),
  staff('centre.supervisor', '督查演练', 'supervisor', PLACES.service),
  staff('centre.agent', '代办演练', 'accompanying-agent', PLACES.service),
  staff('system.admin', '系统演练', 'system-admin', null),
  staff('security.admin', '安全演练', 'security-admin', null),
  staff('audit.admin', '审计演练', 'audit-admin', null),
  ...APPLICANT_NAMES.map((name) => citizen(madeUpApplicant(name))),
  citizen(SOMEBODY_ELSE),
]

/** Which account a step's `as` means for the application it is about. */
export function accountKeyFor(name: CastName, concerned: Concerned): string {
  return DEPENDING[name]?.(concerned) ?? name
}

/** Who is somebody else from one application to the next. */
const DEPENDING: Partial<Record<CastName, (concerned: Concerned) => string>> = {
  'department.reviewer': ({ departmentId }) => `department.reviewer@${departmentId}`,
  'department.reviewer.2': ({ departmentId }) => `department.reviewer.2@${departmentId}`,
  'department.decider': ({ departmentId }) => `department.decider@${departmentId}`,
  'department.head': ({ departmentId }) => `department.head@${departmentId}`,
  'partner.reviewer.1': (concerned) => `department.reviewer@${partnerOf(concerned, 0)}`,
  'partner.reviewer.2': (concerned) => `department.reviewer@${partnerOf(concerned, 1)}`,
  'other.reviewer': (concerned) => `department.reviewer@${unconcerned(concerned)}`,
  citizen: ({ applicant }) => citizen(applicant).key,
  'citizen.other': () => citizen(SOMEBODY_ELSE).key,
}

function partnerOf({ departmentId, partnerIds }: Concerned, index: number): OrganisationId {
  const partners =
    partnerIds.length > 0 ? partnerIds : USUAL_PARTNERS.filter((id) => id !== departmentId)
  return partners[index] ?? departmentId
}

function unconcerned({ departmentId, partnerIds }: Concerned): OrganisationId {
  const concerned = [departmentId, ...partnerIds, ...USUAL_PARTNERS]
  const other = DEPARTMENTS.find((id) => !concerned.includes(id))
  if (other === undefined) throw new Error('Every department is concerned')
  return other
}

function staff(
  key: string,
  name: string,
  role: CastAccount['role'],
  organisationId: OrganisationId | null,
  { window = null, trained = false }: { window?: number | null; trained?: boolean } = {},
): CastAccount {
  return { key, name, role, organisationId, window, identity: null, trained }
}

function citizen({ name, identityType, identityNumber }: MadeUpApplicant): CastAccount {
  const identity = `${identityType}:${identityNumber}`
  return {
    key: `citizen@${identityNumber}`,
    name,
    role: 'applicant',
    organisationId: null,
    window: null,
    identity,
    trained: false,
  }
}

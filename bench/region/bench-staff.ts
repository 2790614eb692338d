import { ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type { Actor, Role } from '../../domain/shared/actor.ts'
import type { AccountId, OrganisationId } from '../../domain/shared/ids.ts'
import { POSTS, type AccountRole } from '../../server/access/posts.ts'
import type { Commander } from '../../server/application/application-context.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { inventedApplicant, inventedName, type Invented } from './invented-people.ts'
import { seedOf } from './seed-of.ts'

export type Member = {
  readonly username: string
  readonly accountId: AccountId
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: OrganisationId | null
  readonly window: number | null
  readonly identity: string | null
  readonly origin: string
}

export const CITIZENS = 1_000
const WINDOWS = [1, 2, 3]
const BUSY = 'market-regulation'
const DEPARTMENTS = ABA_ORGANISATIONS.filter(({ body }) => body === 'department').map(
  ({ organisationId }) => organisationId,
)

/** Courses that let a clerk take in anything. */
export const COURSES: readonly string[] = [
  'etiquette',
  ...new Set(ABA_ITEMS.map(({ departmentId }) => departmentId)),
]

/** Everybody of the made region: staff by post, then citizens. */
export function benchMembers(seed: number): readonly Member[] {
  const staff: Member[] = []
  const add = (role: AccountRole, word: string, count: number, place?: OrganisationId): void => {
    for (let n = 0; n < count; n += 1) {
      const random = seededRandom(seedOf(seed, 'staff', staff.length))
      const post = POSTS[role].place
      staff.push({
        username: `${word}${staff.length + 1}`,
        accountId: accountIdOf(seed, 'staff', staff.length),
        name: inventedName(random),
        role,
        organisationId: place ?? (post as OrganisationId | null),
        window: role === 'window-clerk' ? (WINDOWS[n % WINDOWS.length] ?? 1) : null,
        identity: null,
        origin: `10.8.${staff.length >> 8}.${staff.length & 255}`,
      })
    }
  }
  add('window-clerk', 'chuangkou', 420)
  add('seal-keeper', 'yongyin', 40)
  add('supervisor', 'ducha', 40)
  add('accompanying-agent', 'daiban', 9)
  for (const department of DEPARTMENTS) {
    const many = department === BUSY ? 4 : 1
    add('reviewer', 'shenhe', 20 * many, department)
    add('decider', 'jueding', 8 * many, department)
    add('department-head', 'fuze', 2, department)
  }
  add('government-head', 'zhoufu', 1)
  add('system-admin', 'xitong', 1)
  add('security-admin', 'anquan', 1)
  add('audit-admin', 'shenji', 1)
  return [...staff, ...Array.from({ length: CITIZENS }, (_, index) => citizen(seed, index))]
}

/** The account of an applicant; of the region's many only the first CITIZENS still have theirs. */
export function citizen(seed: number, index: number): Member {
  const one = inventedApplicant(seed, 'person', index)
  return {
    ...applicantAccount(seed, 'person', index, one),
    username: `shenqing${index + 1}`,
    role: 'applicant',
    organisationId: null,
    window: null,
    identity: identityOf({ identityType: 'id-card', identityNumber: one.identityNumber }),
  }
}

export function applicantAccount(
  seed: number,
  kind: 'person' | 'company',
  index: number,
  { name }: Pick<Invented, 'name'>,
): Pick<Member, 'accountId' | 'name' | 'origin'> {
  const origin = `10.9.${(index >> 8) & 255}.${index & 255}`
  return { accountId: accountIdOf(seed, kind, index), name, origin }
}

export function membersOf(
  members: readonly Member[],
  role: Role,
  place: { readonly organisationId?: string; readonly window?: number } = {},
): readonly Member[] {
  return members.filter(
    (member) =>
      member.role === role &&
      (place.organisationId === undefined || member.organisationId === place.organisationId) &&
      (place.window === undefined || member.window === place.window),
  )
}

export function actorOf(member: Member): Actor {
  const { accountId, name, role, organisationId, window, identity } = member
  return {
    accountId,
    name,
    role,
    body: POSTS[role].body,
    ...(organisationId !== null && { organisationId }),
    ...(window !== null && { window }),
    ...(identity !== null && { identity }),
  }
}

export function commanderFor(member: Member): Commander {
  return {
    actor: actorOf(member),
    standing: { postOpen: true, training: member.role === 'window-clerk' ? COURSES : [] },
    origin: member.origin,
  }
}

/** A UUID version 7 whose time lies before the region's first application. */
function accountIdOf(seed: number, kind: string, index: number): AccountId {
  const random = seededRandom(seedOf(seed, 'account', kind, index))
  const hex = (digits: number) =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `018b0000-0000-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}` as AccountId
}

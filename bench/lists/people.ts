import type { Actor, Role } from '../../domain/shared/actor.ts'
import { POSTS, type AccountRole } from '../../server/access/posts.ts'
import type { Database } from '../../server/database/connect.ts'
import type { BenchPerson, BenchRegion } from '../region/bench-region.ts'

/** Somebody signed in, and who they are to the rules. */
export type Reader = { readonly cookie: string; readonly actor: Actor }
export type Readers = Readonly<
  Record<'clerk' | 'reviewer' | 'sealKeeper' | 'supervisor' | 'citizen', Reader>
>

const ACCOUNT = `
  select account_id as "accountId", name, role, organisation_id as "organisationId", window_number as "window", identity
    from account where region_code = $1 and account_id = $2`
// A department in the middle: neither the busiest nor one without work.
const BUSIEST = `
  select department_id as department from application where region_code = $1 and stage = 'to-decide' group by 1 order by count(*) desc limit 1 offset 2`

type Account = Pick<Actor, 'accountId' | 'name' | 'organisationId' | 'window' | 'identity'> & {
  readonly role: Role
}

/** One ordinary person of each post. */
export async function choosePeople(
  db: Database,
  { regionCode, people }: BenchRegion,
): Promise<Readonly<Record<keyof Readers, BenchPerson>>> {
  const [row] = await db.query<{ department: string }>(BUSIEST, [regionCode])
  const first = (name: string, from: readonly BenchPerson[]) => {
    const [one] = from
    if (one === undefined) throw new Error(`The region has no ${name}`)
    return one
  }
  const own = people.reviewers.filter(({ organisationId }) => organisationId === row?.department)
  return {
    clerk: first('clerk', people.clerks.slice(7)),
    reviewer: first('reviewer', own.length > 0 ? own : people.reviewers),
    sealKeeper: first('seal keeper', people.sealKeepers.slice(1)),
    supervisor: first('supervisor', people.supervisors.slice(1)),
    citizen: first('applicant', people.applicants),
  }
}

export async function actorFor(
  db: Database,
  regionCode: number,
  { accountId }: BenchPerson,
): Promise<Actor> {
  const [account] = await db.query<Account>(ACCOUNT, [regionCode, accountId])
  if (account === undefined) throw new Error('No such account')
  const given = Object.entries(account).filter(([, value]) => value !== null)
  const { body } = POSTS[account.role as AccountRole]
  return { ...(Object.fromEntries(given) as Account), body }
}

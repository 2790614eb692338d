import pg from 'pg'
import {
  BENCH_REGION_CODE,
  type BenchPeople,
  type BenchPerson,
  type BenchRegion,
} from './bench-region.ts'

const PEOPLE = `
  select a.username, a.account_id as "accountId", a.organisation_id as "organisationId"
    from account a where a.role = $1 order by length(a.username), a.username`

const APPLICANTS = `
  select a.username, a.account_id as "accountId", a.organisation_id as "organisationId"
    from account a
   where a.role = 'applicant'
     and exists (select from application p where p.region_code = a.region_code and p.applicant_identity = a.identity)
   order by length(a.username), a.username`

const MARK = `
  select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`

const COUNT = `
  select count(*)::int as applications, coalesce(sum(seq), 0)::int as events from application where region_code = $1`

/** What the sections are told of a database that was made before; its comment says how much was made. */
export async function readRegion(connectionString: string): Promise<BenchRegion> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { applications, events } = (await markedSize(client)) ?? (await countedSize(client))
    if (applications === 0) throw new Error('The region is empty')
    return {
      connectionString,
      regionCode: BENCH_REGION_CODE,
      applications,
      events,
      people: await peopleOf(client),
    }
  } finally {
    await client.end()
  }
}

type Size = Pick<BenchRegion, 'applications' | 'events'>

async function markedSize(client: pg.Client): Promise<Size | undefined> {
  const { rows } = await client.query<{ mark: string | null }>(MARK)
  const [, applications, events] =
    /(\d+) applications, (\d+) events$/.exec(rows[0]?.mark ?? '') ?? []
  return applications === undefined
    ? undefined
    : { applications: Number(applications), events: Number(events) }
}

async function countedSize(client: pg.Client): Promise<Size> {
  const { rows } = await client.query<Size>(COUNT, [BENCH_REGION_CODE])
  return rows[0] ?? { applications: 0, events: 0 }
}

async function peopleOf(client: pg.Client): Promise<BenchPeople> {
  const of = async (role: string) => (await client.query<BenchPerson>(PEOPLE, [role])).rows
  return {
    clerks: await of('window-clerk'),
    reviewers: await of('reviewer'),
    deciders: await of('decider'),
    sealKeepers: await of('seal-keeper'),
    supervisors: await of('supervisor'),
    applicants: (await client.query<BenchPerson>(APPLICANTS)).rows,
  }
}

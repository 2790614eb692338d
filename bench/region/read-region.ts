import pg from 'pg'
import type { BenchPeople, BenchPerson, BenchRegion } from './bench-region.ts'

const PEOPLE = `
  select a.username, a.account_id as "accountId", a.organisation_id as "organisationId"
    from account a where a.role = $1 order by length(a.username), a.username`

const APPLICANTS = `
  select a.username, a.account_id as "accountId", a.organisation_id as "organisationId"
    from account a
   where a.role = 'applicant'
     and exists (select from application p where p.region_code = a.region_code and p.applicant_identity = a.identity)
   order by length(a.username), a.username`

/** What the sections are told of a database that was made before. */
export async function readRegion(connectionString: string): Promise<BenchRegion> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{
      regionCode: number
      applications: number
      events: number
    }>(
      `select region_code as "regionCode", count(*)::int as applications, sum(seq)::int as events
         from application group by region_code`,
    )
    const [counted] = rows
    if (counted === undefined) throw new Error('The region is empty')
    return { connectionString, ...counted, people: await peopleOf(client) }
  } finally {
    await client.end()
  }
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

import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { STAFF_ROLES } from '../../contract/accounts.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { hashPassword } from './password.ts'
import { postNameOf, type AccountRole } from './posts.ts'

const CastMember = z.strictObject({
  username: z.string().regex(/^[a-z0-9.]+$/),
  name: z.string().min(2),
  role: z.enum([...STAFF_ROLES, 'applicant']),
  organisationId: z.string().nullable(),
  window: z.int().nullable(),
  /** `id-card:…` or `credit-code:…` of an applicant, made up and valid in form. */
  identity: z.string().nullable(),
  training: z.array(z.string()),
})
export type CastMember = z.output<typeof CastMember>

/** The cast of a file; throws when it is not one. */
export function readCast(json: unknown): readonly CastMember[] {
  return z.array(CastMember).parse(json)
}

/**
 * Makes the cast's accounts in a region (again: only their password is set back), posts open; answers the accounts by
 * user name. One hash serves them all: the password is no secret, and sixty hashes would delay the first start.
 */
export async function seedDemonstration(
  db: Database,
  regionCode: number,
  cast: readonly CastMember[],
  password: string,
): Promise<ReadonlyMap<string, AccountId>> {
  const now = new Date().toISOString()
  const accounts = await db.query<{ username: string; account_id: AccountId }>(
    `insert into account as a (region_code, account_id, username, name, role, organisation_id, window_number, identity,
       password_hash, must_change_password, disabled, post_open, demonstration, created_at)
     select $1, m.account_id, m.username, m.name, m.role, m.organisation_id, m.window_number, m.identity,
            $9, false, false, true, true, $10
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
         as m(account_id, username, name, role, organisation_id, window_number, identity)
     on conflict (region_code, username) do update set password_hash = excluded.password_hash where a.demonstration
     returning a.username, a.account_id`,
    [
      regionCode,
      cast.map(() => uuidv7()),
      cast.map(({ username }) => username),
      cast.map(({ name }) => name),
      cast.map(({ role }) => role),
      cast.map(({ organisationId }) => organisationId),
      cast.map(({ window }) => window),
      cast.map(({ identity }) => identity),
      await hashPassword(password),
      now,
    ],
  )
  await db.query(
    `insert into citizen (region_code, account_id, identity, assurance, contact_name, phone, registered_at, assured_at)
     select $1, a.account_id, a.identity, 'L2', case when a.identity like 'credit-code:%' then '示例经办人' end,
            '1380000' || lpad((1000 + row_number() over (order by a.username))::text, 4, '0'), $2, $2
       from account a where a.region_code = $1 and a.role = 'applicant' and a.demonstration
     on conflict (region_code, account_id) do nothing`,
    [regionCode, now],
  )
  const accountOf = new Map(accounts.map((row) => [row.username, row.account_id]))
  const passed = cast.flatMap(({ username, training }) =>
    training.map((course) => ({ accountId: accountOf.get(username), course })),
  )
  await db.query(
    `insert into account_training (region_code, account_id, course, recorded_at)
     select $1, t.account_id, t.course, $4 from unnest($2::uuid[], $3::text[]) as t(account_id, course)
     on conflict (region_code, account_id, course) do nothing`,
    [regionCode, passed.map((one) => one.accountId), passed.map(({ course }) => course), now],
  )
  return accountOf
}

/** Everybody of the demonstration, in the order of the cast. */
export async function listDemonstration(db: Database, regionCode: number) {
  const rows = await db.query<{
    username: string
    name: string
    role: AccountRole
    organisation_name: string | null
  }>(
    `select a.username, a.name, a.role, o.data ->> 'shortName' as organisation_name
       from account a left join organisation o on o.organisation_id = a.organisation_id
      where a.region_code = $1 and a.demonstration order by a.account_id limit 500`,
    [regionCode],
  )
  return rows.map(({ username, name, role, organisation_name }) => ({
    username,
    name,
    roleName: postNameOf(role),
    organisationName: organisation_name ?? '',
  }))
}

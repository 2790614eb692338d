import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { CAST_ACCOUNTS } from './cast.ts'

/** Courses of somebody trained for every item: etiquette and each department's own. */
const EVERY_COURSE = [
  'etiquette',
  ...ABA_ORGANISATIONS.filter(({ body }) => body === 'department').map(
    ({ organisationId }) => organisationId,
  ),
]
const NO_PASSWORD_OPENS_IT = '!'
const HOURS = 60 * 60 * 1000

/** Opens a region of its own with the whole cast signed in; answers the cookie of each account by its key. */
export async function admitCast(
  migrator: pg.Pool,
  regionCode: number,
): Promise<ReadonlyMap<string, string>> {
  const now = new Date()
  const people = CAST_ACCOUNTS.map((account) => {
    const cookie = `${regionCode}.${randomBytes(32).toString('base64url')}`
    const token = cookie.slice(cookie.indexOf('.') + 1)
    const tokenHash = createHash('sha256').update(token).digest()
    return { ...account, accountId: uuidv7(), cookie, tokenHash }
  })
  const ids = people.map(({ accountId }) => accountId)
  await migrator.query(
    `insert into region (region_code, name, number_prefix) values ($1, '演练', '513200')`,
    [regionCode],
  )
  await migrator.query(
    `insert into account (region_code, account_id, username, name, role, organisation_id, window_number, identity,
       password_hash, must_change_password, disabled, post_open, demonstration, created_at)
     select $1, a.account_id, a.key, a.name, a.role, a.organisation_id, a.window_number, a.identity, $3, false, false, true, false, $4
       from jsonb_to_recordset($2) as a(account_id uuid, key text, name text, role text, organisation_id text, window_number int, identity text)`,
    [
      regionCode,
      JSON.stringify(
        people.map(({ accountId, key, name, role, organisationId, window, identity }) => ({
          account_id: accountId,
          key,
          name,
          role,
          organisation_id: organisationId,
          window_number: window,
          identity,
        })),
      ),
      NO_PASSWORD_OPENS_IT,
      now,
    ],
  )
  await migrator.query(
    `insert into account_training (region_code, account_id, course, recorded_by, recorded_at)
     select $1, a, c, null, $4 from unnest($2::uuid[]) a cross join unnest($3::text[]) c`,
    [
      regionCode,
      people.filter(({ trained }) => trained).map(({ accountId }) => accountId),
      EVERY_COURSE,
      now,
    ],
  )
  await migrator.query(
    `insert into session (region_code, token_hash, session_id, account_id, created_at, seen_at, expires_at)
     select $1, t, s, a, $5, $5, $6 from unnest($2::bytea[], $3::uuid[], $4::uuid[]) as x(t, s, a)`,
    [
      regionCode,
      people.map(({ tokenHash }) => tokenHash),
      people.map(() => uuidv7()),
      ids,
      now,
      new Date(now.getTime() + 12 * HOURS),
    ],
  )
  return new Map(people.map(({ key, cookie }) => [key, cookie]))
}

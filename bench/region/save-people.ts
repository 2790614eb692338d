import type pg from 'pg'
import { hashPassword } from '../../server/access/password.ts'
import { BENCH_SEAL_MODES } from './bench-catalogue.ts'
import { BENCH_PASSWORD } from './bench-region.ts'
import { COURSES, membersOf, type Member } from './bench-staff.ts'

const BEFORE = '2023-12-29T02:00:00.000Z'

/** Accounts with open posts and every course; one hash serves all, for they share one password. */
export async function savePeople(
  client: pg.Client,
  regionCode: number,
  members: readonly Member[],
): Promise<void> {
  await client.query(
    `insert into account (region_code, account_id, username, name, role, organisation_id, window_number, identity,
       password_hash, must_change_password, disabled, post_open, demonstration, created_at)
     select $1, m.account_id, m.username, m.name, m.role, m.organisation_id, m.window_number, m.identity,
            $9, false, false, true, false, $10
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
         as m(account_id, username, name, role, organisation_id, window_number, identity)`,
    [
      regionCode,
      members.map(({ accountId }) => accountId),
      members.map(({ username }) => username),
      members.map(({ name }) => name),
      members.map(({ role }) => role),
      members.map(({ organisationId }) => organisationId),
      members.map(({ window }) => window),
      members.map(({ identity }) => identity),
      await hashPassword(BENCH_PASSWORD),
      BEFORE,
    ],
  )
  const trained = membersOf(members, 'window-clerk').map(({ accountId }) => accountId)
  await client.query(
    `insert into account_training (region_code, account_id, course, recorded_at)
     select $1, a, c, $4 from unnest($2::uuid[]) as a cross join unnest($3::text[]) as c`,
    [regionCode, trained, COURSES, BEFORE],
  )
  await saveSealModes(client, regionCode, members)
}

async function saveSealModes(
  client: pg.Client,
  regionCode: number,
  members: readonly Member[],
): Promise<void> {
  const two = membersOf(members, 'seal-keeper').slice(0, 2)
  const modes = [...BENCH_SEAL_MODES]
  for (const { accountId, name } of two)
    await client.query(
      `insert into item_seal_mode (region_code, item_id, account_id, person_name, mode, document, recorded_at)
       select $1, m.item, $2, $3, m.mode, '阿行审示例〔2023〕1号', $6 from unnest($4::text[], $5::text[]) as m(item, mode)`,
      [
        regionCode,
        accountId,
        name,
        modes.map(([item]) => item),
        modes.map(([, mode]) => mode),
        BEFORE,
      ],
    )
}

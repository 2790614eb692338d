import type { z } from 'zod'
import type { AccountRow } from '../../contract/accounts.ts'
import type { Database } from '../database/connect.ts'
import { type AccountRole, postNameOf } from './posts.ts'

type Row = {
  account_id: string
  username: string
  name: string
  role: AccountRole
  organisation_id: string | null
  organisation_name: string | null
  window_number: number | null
  post_open: boolean
  disabled: boolean
  locked: boolean
  training: string[]
}

const COLUMNS = `
  select a.account_id, a.username, a.name, a.role, a.organisation_id, o.data ->> 'shortName' as organisation_name,
         a.window_number, a.post_open, a.disabled, coalesce(l.locked_until > $2, false) as locked,
         array(select t.course from account_training t
                where t.region_code = $1 and t.account_id = a.account_id order by t.course) as training
    from account a
    left join organisation o on o.organisation_id = a.organisation_id
    left join sign_in_lock l on l.region_code = $1 and l.name_hash = sha256(convert_to(a.username, 'UTF8'))
   where a.region_code = $1`

const LIST = `${COLUMNS} and a.role <> 'applicant' order by a.role, a.username limit 2000`
const ONE = `${COLUMNS} and a.account_id = $3`

/** The staff of the region; applicants are not administered. */
export async function listAccountRows(
  db: Database,
  regionCode: number,
): Promise<z.input<typeof AccountRow>[]> {
  const rows = await db.query<Row>(LIST, [regionCode, new Date().toISOString()])
  return rows.map(accountRowOf)
}

export async function findAccountRow(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<z.input<typeof AccountRow> | undefined> {
  const [row] = await db.query<Row>(ONE, [regionCode, new Date().toISOString(), accountId])
  return row && accountRowOf(row)
}

function accountRowOf(row: Row): z.input<typeof AccountRow> {
  return {
    accountId: row.account_id,
    username: row.username,
    name: row.name,
    role: row.role,
    roleName: postNameOf(row.role),
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    window: row.window_number,
    postOpen: row.post_open,
    locked: row.locked,
    disabled: row.disabled,
    training: row.training,
  }
}

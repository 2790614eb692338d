import { IDENTITY_TYPES } from '../../domain/application/applicant.ts'
import { isMobile } from '../../domain/identifiers/phone.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type SignInAccount = {
  readonly accountId: AccountId
  readonly username: string
  readonly passwordHash: string
  readonly disabled: boolean
}

const FIND = `
  select a.account_id as "accountId", a.username, a.password_hash as "passwordHash", a.disabled
    from account a where a.region_code = $1 and a.username = $2
  union
  select a.account_id, a.username, a.password_hash, a.disabled
    from citizen c join account a on a.region_code = $1 and a.account_id = c.account_id
   where c.region_code = $1 and (c.identity = any ($3::text[]) or c.phone = $4 or c.email = $5)
   limit 3`

/**
 * By the account's own name, or a citizen's identity, phone or e-mail. A phone that a family shares names nobody: they
 * sign in by their identity. Undefined: nobody, which is answered, timed and locked like anybody.
 */
export async function findSignInAccount(
  db: Database,
  regionCode: number,
  username: string,
): Promise<SignInAccount | undefined> {
  const plain = username.replaceAll(/\s/g, '')
  const identities = IDENTITY_TYPES.map((type) => `${type}:${plain.toUpperCase()}`)
  const rows = await db.query<SignInAccount>(FIND, [
    regionCode,
    username,
    identities,
    isMobile(plain) ? plain : null,
    plain.includes('@') ? plain : null,
  ])
  return rows.find((row) => row.username === username) ?? (rows.length === 1 ? rows[0] : undefined)
}

import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { findCitizen } from './citizen-rows.ts'
import { findSignInAccount } from './find-sign-in-account.ts'
import { proveCode, spendCode } from './one-time-code.ts'
import { hashPassword, weaknessOf } from './password.ts'
import { clearFailures, usernameOf } from './sign-in-lock.ts'

/** Where a code for a forgotten password goes; null: nowhere, and nobody is told. */
export async function resetTargetOf(
  db: Database,
  regionCode: number,
  account: string,
  by: 'phone' | 'email',
): Promise<{ readonly accountId: string; readonly target: string } | null> {
  const found = await findSignInAccount(db, regionCode, usernameOf(account))
  const citizen = found && !found.disabled && (await findCitizen(db, regionCode, found.accountId))
  const target = citizen ? citizen[by] : null
  return citizen && target !== null ? { accountId: citizen.accountId, target } : null
}

type Reset =
  | { readonly ok: true; readonly accountId: AccountId }
  | { readonly ok: false; readonly violation: Refusal }

/** The code is the proof; every session of the account ends (the caller's part). */
export async function resetPassword(
  db: Database,
  regionCode: number,
  { codeId, code, password }: { codeId: string; code: string; password: string },
): Promise<Reset> {
  const proven = await proveCode(db, regionCode, 'reset-password', { codeId, code })
  if (!proven.ok) return proven
  const citizen =
    proven.accountId === null ? undefined : await findCitizen(db, regionCode, proven.accountId)
  if (!citizen) return refuse('one-time-code-expired', '验证码已经失效，请重新索取。')
  const weakness = weaknessOf(password, citizen.identity.slice(citizen.identity.indexOf(':') + 1))
  if (weakness !== undefined) return refuse('password-too-simple', weakness)
  const passwordHash = await hashPassword(password)
  if (!(await spendCode(db, regionCode, codeId)))
    return refuse('one-time-code-expired', '验证码已经用过，请重新索取。')
  await db.query(
    `update account set password_hash = $3, must_change_password = false
      where region_code = $1 and account_id = $2`,
    [regionCode, citizen.accountId, passwordHash],
  )
  for (const name of namesOf(citizen)) await clearFailures(db, regionCode, name)
  return { ok: true, accountId: citizen.accountId }
}

/** Whatever the person may have typed too often. */
function namesOf({
  username,
  identity,
  phone,
  email,
}: {
  username: string
  identity: string
  phone: string | null
  email: string | null
}): string[] {
  const number = identity.slice(identity.indexOf(':') + 1)
  return [username, number, phone ?? '', email ?? ''].filter((name) => name !== '').map(usernameOf)
}

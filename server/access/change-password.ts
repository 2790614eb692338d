import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { hashPassword, verifyPassword, weaknessOf } from './password.ts'
import { clearFailures, LOCK_MINUTES, takeAttempt } from './sign-in-lock.ts'

/** Sets one's own password; a wrong current one counts as a failed sign-in. */
export async function changeOwnPassword(
  db: Database,
  { regionCode, actor, username }: Session,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly violation: Refusal }> {
  const [account] = await db.query<{ password_hash: string }>(
    'select password_hash from account where region_code = $1 and account_id = $2',
    [regionCode, actor.accountId],
  )
  const { allowed } = await takeAttempt(db, regionCode, username)
  if (!allowed)
    return refuse(
      'account-locked',
      `密码连续不正确，已锁定，请 ${LOCK_MINUTES} 分钟后再试，或者请系统管理员解锁。`,
    )
  if (!(await verifyPassword(account?.password_hash, current)))
    return refuse('password-wrong', '当前密码不正确，请重新填写。')
  await clearFailures(db, regionCode, username)
  if (next === current) return refuse('password-unchanged', '新密码不能与当前密码相同。')
  const weakness = weaknessOf(next, username)
  if (weakness !== undefined) return refuse('password-too-simple', weakness)
  await db.query(
    `update account set password_hash = $3, must_change_password = false
      where region_code = $1 and account_id = $2`,
    [regionCode, actor.accountId, await hashPassword(next)],
  )
  return { ok: true }
}

import { uuidv7 } from 'uuidv7'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { localMinuteOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { happened } from '../database/observe.ts'
import { withRetry } from '../database/with-retry.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { renewHash, verifyPassword } from './password.ts'
import { findSignInAccount } from './find-sign-in-account.ts'
import {
  clearFailures,
  FAILURES_ALLOWED,
  LOCK_MINUTES,
  takeAttempt,
  usernameOf,
} from './sign-in-lock.ts'

type SignInOutcome = 'signed-in' | 'failed' | 'locked' | 'disabled' | 'signed-out'

export type Attempt = {
  readonly regionCode: number
  readonly username: string
  readonly password: string
  readonly address: string
}

/** Whose account the password opens. A name that nobody has is answered, timed and locked like any other. */
export async function checkSignIn(
  db: Database,
  { regionCode, username: typed, password, address }: Attempt,
): Promise<
  { readonly ok: true; readonly accountId: AccountId } | { ok: false; violation: Refusal }
> {
  const username = usernameOf(typed)
  const [account, { allowed, until }] = await withRetry(() =>
    Promise.all([
      findSignInAccount(db, regionCode, username),
      takeAttempt(db, regionCode, username),
    ]),
  )
  const note = (outcome: SignInOutcome) =>
    recordSignIn(db, { regionCode, accountId: account?.accountId ?? null, outcome, address })

  if (!allowed) {
    await note('locked')
    return locked(until ?? (new Date().toISOString() as Instant))
  }
  if (!(await verifyPassword(account?.passwordHash, password, address)) || !account) {
    await note('failed')
    return until === undefined ? failed() : locked(until)
  }
  await clearFailures(db, regionCode, username)
  if (account.disabled) {
    await note('disabled')
    return refuse('account-disabled', '该账号已停用，请联系系统管理员。')
  }
  await note('signed-in')
  const { accountId, passwordHash: before } = account
  renewHash(before, password, async (renewed) => {
    await db.query(
      `update account set password_hash = $3
        where region_code = $1 and account_id = $2 and password_hash = $4`,
      [regionCode, accountId, renewed, before],
    )
  })
  return { ok: true, accountId }
}

const failed = () =>
  refuse(
    'sign-in-failed',
    `用户名或者密码不正确，请核对后重试。连续 ${FAILURES_ALLOWED} 次失败将锁定 ${LOCK_MINUTES} 分钟。`,
  )

function locked(until: Instant) {
  const endOfMinute = new Date(Date.parse(until) + 59_999).toISOString() as Instant
  const [day = '', minute = ''] = localMinuteOf(endOfMinute).split('T')
  return refuse(
    'account-locked',
    `连续 ${FAILURES_ALLOWED} 次登录失败，已锁定至 ${day} ${minute}。请届时再试，或者请系统管理员解锁。`,
    { retryAfterSeconds: (Date.parse(until) - Date.now()) / 1000 },
  )
}

export async function recordSignIn(
  db: Database,
  entry: {
    readonly regionCode: number
    readonly accountId: AccountId | null
    readonly outcome: SignInOutcome
    readonly address: string
  },
): Promise<void> {
  happened('sign-in', 'password', entry.outcome)
  await db.query(
    `insert into sign_in_audit (region_code, audit_id, at, account_id, outcome, address)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      entry.regionCode,
      uuidv7(),
      new Date().toISOString(),
      entry.accountId,
      entry.outcome,
      entry.address,
    ],
  )
}

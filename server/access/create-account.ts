import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { createAccount as operation } from '../../contract/accounts.ts'
import type { Database } from '../database/connect.ts'
import { errorCode } from '../database/database-errors.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { hashPassword, weaknessOf } from './password.ts'
import { type AccountRole, POSTS } from './posts.ts'
import { usernameOf } from './sign-in-lock.ts'

type Wanted = z.output<(typeof operation)['body']>
type Made = { readonly ok: true; readonly accountId: string }
type Refused = { readonly ok: false; readonly violation: Refusal }

const UNIQUE_VIOLATION = '23505'

/** A new member of staff, with a password to change at first sign-in and the post still closed. */
export async function createAccount(
  db: Database,
  regionCode: number,
  wanted: Wanted,
): Promise<Made | Refused> {
  const username = usernameOf(wanted.username)
  const weakness = weaknessOf(wanted.password, username)
  if (weakness !== undefined) return refuse('password-too-simple', weakness)
  const place = placeOf(wanted)
  if (!place.ok) return place
  const { organisationId, window } = place
  const body = POSTS[wanted.role].body
  if (organisationId !== null && !(await organisationExists(db, organisationId, body))) {
    return refuse('unknown-organisation', '没有这个单位，请从单位清单中选择。')
  }
  const accountId = uuidv7()
  try {
    await insertAccount(db, {
      regionCode,
      accountId,
      username,
      name: wanted.name,
      role: wanted.role,
      organisationId,
      window,
      passwordHash: await hashPassword(wanted.password),
      mustChangePassword: true,
      postOpen: await isFirstSecurityAdministrator(db, regionCode, wanted.role),
    })
  } catch (error) {
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error
    return refuse('username-taken', `用户名“${username}”已有人使用，请换一个。`)
  }
  return { ok: true, accountId }
}

/** Where the post belongs: bodies with a post of their own are filled in, a department must be named. */
function placeOf({ role, organisationId, window }: Wanted) {
  const { place, name } = POSTS[role]
  if (place === 'department' && (organisationId === null || organisationId === '')) {
    return refuse('organisation-required', `${name}须指定所在部门。`)
  }
  if (role === 'window-clerk' && window === null) {
    return refuse('window-required', '窗口受理人员须指定窗口号。')
  }
  return {
    ok: true as const,
    organisationId: place === 'department' ? organisationId : place,
    window: role === 'window-clerk' ? window : null,
  }
}

/** A department's post belongs to a department, the Bureau's to the Bureau. */
async function organisationExists(
  db: Database,
  organisationId: string,
  body: string,
): Promise<boolean> {
  const rows = await db.query(
    `select 1 as one from organisation where organisation_id = $1 and data ->> 'body' = $2`,
    [organisationId, body],
  )
  return rows.length > 0
}

/** Posts are opened by the security administrator, so the first of them cannot wait for one. */
async function isFirstSecurityAdministrator(
  db: Database,
  regionCode: number,
  role: AccountRole,
): Promise<boolean> {
  if (role !== 'security-admin') return false
  const open = await db.query(
    `select 1 as one from account
      where region_code = $1 and role = 'security-admin' and post_open and not disabled limit 1`,
    [regionCode],
  )
  return open.length === 0
}

export async function insertAccount(
  db: Database,
  account: {
    readonly regionCode: number
    readonly accountId: string
    readonly username: string
    readonly name: string
    readonly role: AccountRole
    readonly organisationId: string | null
    readonly window: number | null
    readonly passwordHash: string
    readonly mustChangePassword: boolean
    readonly postOpen: boolean
  },
): Promise<void> {
  await db.query(
    `insert into account (region_code, account_id, username, name, role, organisation_id, window_number,
       password_hash, must_change_password, disabled, post_open, demonstration, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, false, $11)`,
    [
      account.regionCode,
      account.accountId,
      account.username,
      account.name,
      account.role,
      account.organisationId,
      account.window,
      account.passwordHash,
      account.mustChangePassword,
      account.postOpen,
      new Date().toISOString(),
    ],
  )
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { insertAccount } from './create-account.ts'
import { hashPassword, weaknessOf } from './password.ts'
import { usernameOf } from './sign-in-lock.ts'

// Without letters and digits that are mistaken for one another on paper.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * A one-time code of 100 bits when the region has no account yet, or undefined. Print it once: only its hash is
 * kept, and each call makes the code before it worthless, unless that one is younger than `staysMs` milliseconds: of
 * several servers that start together one has a code to print.
 */
export async function offerFirstAdministrator(
  db: Database,
  regionCode: number,
  { staysMs = 0 }: { readonly staysMs?: number } = {},
): Promise<string | undefined> {
  const anyone = await db.query('select 1 as one from account where region_code = $1 limit 1', [
    regionCode,
  ])
  if (anyone.length > 0) return undefined
  const code = [...randomBytes(20)].map((byte) => LETTERS[byte % 32]).join('')
  const at = Date.now()
  const taken = await db.query(
    `insert into first_administrator as f (region_code, code_hash, created_at) values ($1, $2, $3)
     on conflict (region_code) do update set code_hash = excluded.code_hash, created_at = excluded.created_at, used_at = null
      where f.created_at <= $4
     returning region_code`,
    [regionCode, hashOf(code), new Date(at).toISOString(), new Date(at - staysMs).toISOString()],
  )
  if (taken.length === 0) return undefined
  return code.replace(/(.{5})(?=.)/g, '$1-')
}

export async function appointFirstAdministrator(
  db: Database,
  regionCode: number,
  wanted: {
    readonly code: string
    readonly username: string
    readonly name: string
    readonly password: string
  },
): Promise<{ ok: true; accountId: AccountId } | { ok: false; violation: Refusal }> {
  const username = usernameOf(wanted.username)
  const weakness = weaknessOf(wanted.password, username)
  if (weakness !== undefined) return refuse('password-too-simple', weakness)
  const [offer] = await db.query<{ code_hash: Buffer; used_at: Instant | null }>(
    'select code_hash, used_at from first_administrator where region_code = $1',
    [regionCode],
  )
  if (!offer || offer.used_at !== null) return USED
  if (!timingSafeEqual(offer.code_hash, hashOf(wanted.code))) {
    return refuse(
      'first-administrator-code-wrong',
      '一次性口令不正确，请核对服务器启动时打印的口令。',
    )
  }
  const passwordHash = await hashPassword(wanted.password)
  const claimed = await db.query(
    `update first_administrator set used_at = $3
      where region_code = $1 and code_hash = $2 and used_at is null returning region_code`,
    [regionCode, offer.code_hash, new Date().toISOString()],
  )
  if (claimed.length === 0) return USED
  const accountId = uuidv7() as AccountId
  await insertAccount(db, {
    regionCode,
    accountId,
    username,
    name: wanted.name,
    role: 'system-admin',
    organisationId: null,
    window: null,
    passwordHash,
    mustChangePassword: false,
    postOpen: true,
  })
  return { ok: true, accountId }
}

const USED = refuse(
  'first-administrator-code-used',
  '一次性口令已经用过，首位系统管理员已经确定。请用管理员账号登录。',
)

function hashOf(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest()
}

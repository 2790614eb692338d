import { randomBytes, randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { registerCitizen as operation } from '../../contract/citizen-accounts.ts'
import type { Assurance } from '../../domain/access/assurance.ts'
import { checkIdentity } from '../../domain/access/check-identity.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type { AccountId, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { countCodeFailure, proveCode, spendCode } from './one-time-code.ts'
import { hashPassword, weaknessOf } from './password.ts'

type Wanted = z.output<(typeof operation)['body']>
type Refused = { readonly ok: false; readonly violation: Refusal }
export type Registered =
  | { readonly ok: true; readonly accountId: AccountId; readonly claim: null }
  | { readonly ok: true; readonly accountId: null; readonly claim: { readonly number: string } }
  | Refused

const REGISTERED = refuse(
  'identity-already-registered',
  '这个证件号码已经注册过账号。是您本人注册的，请直接登录或者找回密码；不是您本人注册的，请选择“到窗口核验”，带证件原件到综合窗口处理。',
)

/**
 * A real-name account at L1: the phone is proven, the identity only stated. Whether an identity is registered is told to
 * whoever proved a phone, and counts as a wrong code: asking around does not pay.
 */
export async function registerCitizen(
  db: Database,
  regionCode: number,
  today: LocalDate,
  wanted: Wanted,
): Promise<Registered> {
  const checked = checkedFields(wanted, today)
  if (!checked.ok) return checked
  const proven = await proveCode(db, regionCode, 'register', wanted)
  if (!proven.ok) return proven
  const citizen = {
    name: wanted.name,
    identity: checked.identity,
    passwordHash: await hashPassword(wanted.password),
    assurance: 'L1' as const,
    contactName: checked.contactName,
    phone: proven.target,
    email: null,
  }
  const [holder] = await db.query(
    'select 1 as one from citizen where region_code = $1 and identity = $2',
    [regionCode, citizen.identity],
  )
  if (holder && !wanted.claim) {
    await countCodeFailure(db, regionCode, wanted.codeId)
    return REGISTERED
  }
  if (!(await spendCode(db, regionCode, wanted.codeId)))
    return refuse('one-time-code-expired', '验证码已经用过，请重新索取。')
  if (holder) {
    const number = await recordClaim(db, regionCode, citizen)
    return { ok: true, accountId: null, claim: { number } }
  }
  const made = await insertCitizen(db, regionCode, citizen)
  return made === 'identity' ? REGISTERED : { ok: true, accountId: made, claim: null }
}

/** What was typed, in its normal forms; a faulty field is named with its remedy. */
function checkedFields(wanted: Wanted, today: LocalDate) {
  const { identityType, password, contactName } = wanted
  const identity = checkIdentity(identityType, wanted.identityNumber, today)
  const company = identityType === 'credit-code'
  const weakness = weaknessOf(password, identity.ok ? identity.value : wanted.identityNumber)
  const fields = [
    ...(identity.ok ? [] : [{ field: '证件号码', message: identity.sentence }]),
    ...(company && !contactName ? [{ field: '经办人', message: '请填写经办人姓名' }] : []),
    ...(weakness === undefined ? [] : [{ field: '密码', message: weakness }]),
  ]
  if (!identity.ok || fields.length > 0)
    return refuse('invalid-input', '有些内容需要修改，请按下面的提示改正后再提交。', { fields })
  const { value: identityNumber } = identity
  return {
    ok: true as const,
    identity: identityOf({ identityType, identityNumber }),
    contactName: company ? contactName : null,
  }
}

export type NewCitizen = {
  readonly name: string
  readonly identity: string
  readonly passwordHash: string
  readonly assurance: Assurance
  readonly contactName: string | null
  readonly phone: string | null
  readonly email: string | null
}

/** Account and citizen in one write; `identity`: somebody was quicker. */
export async function insertCitizen(
  db: Database,
  regionCode: number,
  citizen: NewCitizen,
): Promise<AccountId | 'identity'> {
  for (;;) {
    const accountId = uuidv7() as AccountId
    const [row] = await db.query<{ obstacle: '' | 'identity' | 'username' }>(
      'select register_citizen($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as obstacle',
      [
        regionCode,
        accountId,
        newUsername(),
        citizen.name,
        citizen.identity,
        citizen.passwordHash,
        citizen.assurance,
        citizen.contactName,
        citizen.phone,
        citizen.email,
        new Date().toISOString(),
      ],
    )
    if (row?.obstacle === '') return accountId
    if (row?.obstacle === 'identity') return 'identity'
  }
}

/** Nobody types it: citizens sign in by phone, e-mail or identity. */
export function newUsername(): string {
  return `gm-${randomBytes(6).toString('hex')}`
}

async function recordClaim(db: Database, regionCode: number, citizen: NewCitizen): Promise<string> {
  const number = `SS${String(randomInt(100_000_000)).padStart(8, '0')}`
  await db.query(
    `insert into identity_claim (region_code, claim_id, number, identity, name, contact_name, phone, email, password_hash, state, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)`,
    [
      regionCode,
      uuidv7(),
      number,
      citizen.identity,
      citizen.name,
      citizen.contactName,
      citizen.phone,
      citizen.email,
      citizen.passwordHash,
      new Date().toISOString(),
    ],
  )
  return number
}

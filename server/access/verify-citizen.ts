import type { Assurance } from '../../domain/access/assurance.ts'
import { higherOf } from '../../domain/access/assurance.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { findCitizen, type CitizenRow } from './citizen-rows.ts'

export type Verification = {
  readonly verificationId: string
  readonly accountId: string
  readonly assurance: Assurance
  /** Which original was seen, or the provider's level. */
  readonly evidence: string
  readonly byAccount: string
}

/** Keeps one verification; the same command again changes nothing. Answers whether it was new. */
export async function recordVerification(
  db: Database,
  regionCode: number,
  verification: Verification,
): Promise<boolean> {
  const { verificationId, accountId, assurance, evidence, byAccount } = verification
  const rows = await db.query(
    `insert into citizen_verification (region_code, verification_id, account_id, assurance, evidence, by_account, at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning verification_id`,
    [
      regionCode,
      verificationId,
      accountId,
      assurance,
      evidence,
      byAccount,
      new Date().toISOString(),
    ],
  )
  return rows.length > 0
}

/** Raises an account's level, never lowers it, under the name that was verified. */
export async function raiseAssurance(
  db: Database,
  regionCode: number,
  citizen: CitizenRow,
  { assurance, name }: { readonly assurance: Assurance; readonly name: string },
): Promise<void> {
  const at = new Date().toISOString()
  await db.query(
    'update account set name = $3 where region_code = $1 and account_id = $2 and name <> $3',
    [regionCode, citizen.accountId, name],
  )
  await db.query(
    `insert into citizen as c (region_code, account_id, identity, assurance, registered_at, assured_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (region_code, account_id) do update set assurance = excluded.assurance, assured_at = excluded.assured_at`,
    [regionCode, citizen.accountId, citizen.identity, higherOf(citizen.assurance, assurance), at],
  )
}

type Verified =
  | { readonly ok: true; readonly citizen: CitizenRow; readonly isNew: boolean }
  | { readonly ok: false; readonly violation: Refusal }

/** The clerk compared the original with the person and the account. */
export async function verifyAtWindow(
  db: Database,
  regionCode: number,
  wanted: {
    readonly accountId: string
    readonly commandId: string
    readonly identity: string
    readonly name: string
    readonly evidence: string
    readonly clerk: AccountId
  },
): Promise<Verified> {
  const { accountId, identity, name, evidence } = wanted
  const citizen = await findCitizen(db, regionCode, accountId)
  if (!citizen) return refuse('not-found', '没有这个申请人账号，请重新按证件查找。')
  if (citizen.identity !== identity)
    return refuse('identity-mismatch', '证件号码与账号登记的不一致，不能核验；请按证件重新查找。')
  const isNew = await recordVerification(db, regionCode, {
    verificationId: wanted.commandId,
    accountId,
    assurance: 'L2',
    evidence,
    byAccount: wanted.clerk,
  })
  if (isNew) await raiseAssurance(db, regionCode, citizen, { assurance: 'L2', name })
  return { ok: true, citizen: (await findCitizen(db, regionCode, accountId)) ?? citizen, isNew }
}

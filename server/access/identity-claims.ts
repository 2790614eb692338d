import { uuidv7 } from 'uuidv7'
import type { AccountId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { findCitizenByIdentity, type CitizenRow } from './citizen-rows.ts'
import { newUsername } from './register-citizen.ts'
import { raiseAssurance, recordVerification } from './verify-citizen.ts'

export type ClaimRow = {
  readonly claimId: string
  readonly number: string
  readonly identity: string
  readonly name: string
  readonly phone: string
  readonly madeAt: string
  readonly state: 'open' | 'claimant' | 'holder'
}

const CLAIM = `
  select claim_id as "claimId", number, identity, name, phone, made_at as "madeAt", state
    from identity_claim where region_code = $1`
const CLAIMS_OF = `${CLAIM} and identity = $2 order by made_at desc limit 20`
const ONE_CLAIM = `${CLAIM} and claim_id = $2`

export async function listClaims(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<ClaimRow[]> {
  return await db.query<ClaimRow>(CLAIMS_OF, [regionCode, identity])
}

export type Settlement = {
  readonly claimId: string
  readonly commandId: string
  readonly outcome: 'claimant' | 'holder'
  readonly name: string
  readonly evidence: string
  readonly reason: string
  readonly clerk: AccountId
}

type Settled =
  | {
      readonly ok: true
      readonly claim: ClaimRow
      readonly holder: string | null
      /** The account that is the person's now. */
      readonly accountId: string | null
      readonly isNew: boolean
    }
  | { readonly ok: false; readonly violation: Refusal }

/** Whoever shows the original has the identity: the claimant gets an account, or the holder stays and is verified. */
export async function settleClaim(
  db: Database,
  regionCode: number,
  wanted: Settlement,
): Promise<Settled> {
  const { claimId, outcome } = wanted
  const [claim] = await db.query<ClaimRow>(ONE_CLAIM, [regionCode, claimId])
  if (!claim) return refuse('not-found', '没有这件申诉，请重新按证件查找。')
  const before = await findCitizenByIdentity(db, regionCode, claim.identity)
  if (claim.state !== 'open')
    return claim.state === outcome
      ? { ok: true, claim, holder: null, accountId: before?.accountId ?? null, isNew: false }
      : refuse('claim-settled', '这件申诉已经处理过，请刷新后查看结果。')
  await settle(db, regionCode, wanted)
  const now = await findCitizenByIdentity(db, regionCode, claim.identity)
  if (now) await verifySettled(db, regionCode, now, wanted)
  const [settled = claim] = await db.query<ClaimRow>(ONE_CLAIM, [regionCode, claimId])
  return {
    ok: true,
    claim: settled,
    holder: before?.accountId ?? null,
    accountId: now?.accountId ?? null,
    isNew: true,
  }
}

async function settle(
  db: Database,
  regionCode: number,
  { claimId, outcome, name, clerk, reason }: Settlement,
): Promise<void> {
  const at = new Date().toISOString()
  if (outcome === 'claimant')
    await db.query('select grant_identity_claim($1, $2, $3, $4, $5, $6, $7, $8) as granted', [
      regionCode,
      claimId,
      uuidv7(),
      newUsername(),
      name,
      clerk,
      reason,
      at,
    ])
  else
    await db.query(
      `update identity_claim set state = 'holder', settled_by = $3, settled_at = $4, reason = $5
        where region_code = $1 and claim_id = $2 and state = 'open'`,
      [regionCode, claimId, clerk, at, reason],
    )
}

async function verifySettled(
  db: Database,
  regionCode: number,
  citizen: CitizenRow,
  { outcome, name, commandId, evidence, clerk }: Settlement,
): Promise<void> {
  const { accountId } = citizen
  if (outcome === 'holder') await raiseAssurance(db, regionCode, citizen, { assurance: 'L2', name })
  await recordVerification(db, regionCode, {
    verificationId: commandId,
    accountId,
    assurance: 'L2',
    evidence,
    byAccount: clerk,
  })
}

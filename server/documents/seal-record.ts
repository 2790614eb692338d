import type { SealName } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

/** A use of a seal, as the register holds it. */
export type SealRecord = {
  readonly recordId: string
  readonly applicationId: string
  readonly certificateHash: string
  readonly seal: SealName
  readonly title: string
  readonly number: string
  readonly verifyCode: string
  readonly sealedAt: Instant
}

const COLUMNS = `
  select record_id as "recordId", application_id as "applicationId", certificate_hash as "certificateHash", seal,
         document_title as title, document_number as number, verify_code as "verifyCode", sealed_at as "sealedAt"
    from seal_record where region_code = $1`
const BY_ID = `${COLUMNS} and record_id = $2`
const OF_CERTIFICATE = `${COLUMNS} and application_id = $2 and certificate_hash = $3`
const DECISION = `
  select number from notice
   where region_code = $1 and application_id = $2 and kind = 'grant-decision' order by seq desc limit 1`

export async function findSealRecord(
  db: Database,
  regionCode: number,
  recordId: string,
): Promise<SealRecord | undefined> {
  const [row] = await db.query<SealRecord>(BY_ID, [regionCode, recordId])
  return row
}

/** Undefined: this version of the certificate is not sealed. */
export async function findSealRecordOf(
  db: Database,
  regionCode: number,
  applicationId: string,
  certificateHash: string,
): Promise<SealRecord | undefined> {
  const [row] = await db.query<SealRecord>(OF_CERTIFICATE, [
    regionCode,
    applicationId,
    certificateHash,
  ])
  return row
}

/** 阿文旅许准〔2026〕9号, which the certificate names. */
export async function findDecisionNumber(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<string | null> {
  const [row] = await db.query<{ number: string }>(DECISION, [regionCode, applicationId])
  return row?.number ?? null
}

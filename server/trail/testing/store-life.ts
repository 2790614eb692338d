import { uuidv7 } from 'uuidv7'
import type { LodgedApplication } from '../../../domain/application/application.ts'
import { canonicalJson } from '../../../domain/trail/canonical-json.ts'
import type { Database } from '../../database/connect.ts'
import { eventRowsJson, type EventRow } from '../../event-log/chain.ts'
import type { ChainRow } from '../verify-chain.ts'
import { EXAMPLE, exampleChain, sha256, type LifeOptions } from './example-life.ts'

const RECORD = 'select record_command($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as answer'

export type StoredLife = { readonly options: LifeOptions; readonly row: ChainRow }

/** A region of its own for one test, so that what one test breaks no other sees. */
export async function storeRegion(db: Database, regionCode: number): Promise<void> {
  await db.query('insert into region (region_code, name, number_prefix) values ($1, $2, $3)', [
    regionCode,
    `示例州 ${regionCode}`,
    '513200',
  ])
}

/** Stores example lives the way commands do, numbered from 1, with their material and their signed notice. */
export async function storeLives(
  db: Database,
  regionCode: number,
  lives: readonly Partial<Pick<LifeOptions, 'from' | 'opinions' | 'opinion'>>[],
): Promise<StoredLife[]> {
  const stored: StoredLife[] = []
  for (const [index, life] of lives.entries()) {
    const options: LifeOptions = {
      ...EXAMPLE,
      ...life,
      regionCode,
      applicationId: uuidv7(),
      commandId: uuidv7(),
      material: { fileId: uuidv7(), bytes: Buffer.from(`%PDF-1.7 申请表 ${index}`) },
      notice: {
        noticeId: uuidv7(),
        number: `阿审受〔2026〕${index + 1}号`,
        pdf: Buffer.from(`%PDF-1.7 受理通知书 ${index}`),
      },
    }
    stored.push(await storeLife(db, options))
  }
  return stored
}

async function storeLife(db: Database, options: LifeOptions): Promise<StoredLife> {
  const { regionCode, applicationId, commandId, material, notice } = options
  const { row, links } = exampleChain(options)
  const state = row.state as LodgedApplication
  const columns = {
    version: row.version,
    seq: row.seq,
    head: row.head,
    status: row.status,
    stage: 'to-review',
    item_id: row.itemId,
    department_id: row.departmentId,
    waits_for: [],
    window_account: null,
    received_on: row.receivedOn,
    applicant_identity: row.applicantIdentity,
    applicant_name: state.applicant.name,
    card: 'none',
    follow_up: false,
    query_code_hash: sha256(Buffer.from(applicationId)),
    pairs: [],
    number_prefix: '513200',
  }
  const events: EventRow[] = links.map((link) => ({
    seq: link.seq,
    version: link.version,
    type: link.type,
    text: canonicalJson(link.data),
    account_id: link.accountId,
    occurred_at: link.occurredAt,
    recorded_at: link.recordedAt,
    origin: link.origin,
    hash: link.hash,
  }))
  const notices = [
    {
      notice_id: notice.noticeId,
      seq: 3,
      kind: 'acceptance-notice',
      series: '阿审受',
      year: 2026,
      verify_code: notice.noticeId,
      dated: row.receivedOn,
      content: { title: '受理通知书' },
    },
  ]
  const [answered] = await db.query<{ answer: { reply: { number: string } } }>(RECORD, [
    regionCode,
    applicationId,
    commandId,
    links[0]?.accountId,
    'example',
    0,
    JSON.stringify(columns),
    JSON.stringify(state),
    eventRowsJson(events),
    JSON.stringify(notices),
    null,
    null,
  ])
  await db.query(
    `insert into document_file (region_code, document_id, application_id, sha256, signed_at, pdf)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
    [regionCode, notice.noticeId, applicationId, sha256(notice.pdf), options.from, notice.pdf],
  )
  await db.query(
    `insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes)
     values ($1, $2, $3, decode($4, 'hex'), 'application/pdf', $5)`,
    [regionCode, material.fileId, applicationId, sha256(material.bytes), material.bytes],
  )
  return { options, row: { ...row, number: answered?.answer.reply.number ?? '' } }
}

import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type StoredDocument = {
  readonly pdf: Buffer
  /** 64 hex digits. */
  readonly sha256: string
}

const FIND = `
  select pdf, encode(sha256, 'hex') as sha256 from document_file where region_code = $1 and document_id = $2`
const INSERT = `
  insert into document_file (region_code, document_id, application_id, sha256, signed_at, pdf)
  values ($1, $2, $3, $4, $5, $6) on conflict (region_code, document_id) do nothing
  returning 1 as stored`

/** By the notice's id, or by the seal record's for a certificate. */
export async function findStoredDocument(
  db: Database,
  regionCode: number,
  documentId: string,
): Promise<StoredDocument | undefined> {
  const [row] = await db.query<StoredDocument>(FIND, [regionCode, documentId])
  return row
}

/** Two signers at once make one paper: whoever stored first made it, both answer its bytes. */
export async function storeDocument(
  db: Database,
  regionCode: number,
  document: {
    readonly documentId: string
    readonly applicationId: string
    readonly signedAt: Instant
    readonly pdf: Uint8Array
  },
): Promise<StoredDocument> {
  const { documentId, applicationId, signedAt } = document
  const pdf = Buffer.from(document.pdf.buffer, document.pdf.byteOffset, document.pdf.byteLength)
  const sha256 = createHash('sha256').update(pdf).digest()
  const values = [regionCode, documentId, applicationId, sha256, signedAt, pdf]
  const [own] = await db.query(INSERT, values)
  if (own !== undefined) return { pdf, sha256: sha256.toString('hex') }
  const stored = await findStoredDocument(db, regionCode, documentId)
  if (stored === undefined) throw new Error('A stored document cannot be read back')
  return stored
}

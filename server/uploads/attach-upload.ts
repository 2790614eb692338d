import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { Database } from '../database/connect.ts'
import { markSubmitted } from './upload-rows.ts'

const NO_BYTES = Buffer.alloc(0)
const SOURCE = `
  select upload_id as "uploadId", coalesce(bytes_of, file_id) as "bytesOf" from material_file
   where region_code = $1 and file_id = $2`
const KEEP = `
  insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes, upload_id, bytes_of)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (region_code, file_id) do nothing returning file_id`
const TRUST = `
  insert into material_trust (region_code, file_id, application_id, trust, via, source_application_id, source_file_id,
    verified_on, fresh_until, consented_at, account_id, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (region_code, file_id) do nothing`

/** Writes down what the scanner said of a file; server/application keeps it. */
export type SaveCheck = (check: {
  readonly regionCode: number
  readonly applicationId: string
  readonly fileId: string
  readonly state: StoredUpload['scan']
  readonly saveOnly: boolean
  readonly by: Actor
}) => Promise<void>

/**
 * The page becomes a file of the application, under its own id: bytes stay in their chunks, or where they were verified
 * first, and its trust is written down. Again it changes nothing.
 */
export async function attachUpload(
  db: Database,
  regionCode: number,
  upload: StoredUpload,
  {
    applicationId,
    by,
    at,
  }: { readonly applicationId: string; readonly by: Actor; readonly at: Instant },
  saveCheck: SaveCheck,
): Promise<void> {
  const { uploadId, sha256, mediaType, sourceFileId, scan, saveOnly } = upload
  if (sha256 === null || mediaType === null) throw new Error('Only a complete upload is attached')
  const place = await placeOf(db, regionCode, upload)
  const kept = await db.query(KEEP, [
    regionCode,
    uploadId,
    applicationId,
    Buffer.from(sha256, 'hex'),
    mediaType,
    NO_BYTES,
    place.uploadId,
    place.bytesOf,
  ])
  await db.query(TRUST, [
    regionCode,
    uploadId,
    applicationId,
    upload.trust,
    upload.via,
    upload.sourceApplicationId,
    sourceFileId,
    upload.verifiedOn,
    upload.freshUntil,
    upload.consentedAt,
    by.accountId,
    at,
  ])
  if (kept.length > 0 && (saveOnly || scan !== 'unscanned'))
    await saveCheck({ regionCode, applicationId, fileId: uploadId, state: scan, saveOnly, by })
  await markSubmitted(db, regionCode, uploadId)
}

type Place = { readonly uploadId: string | null; readonly bytesOf: string | null }

/** Where the bytes lie: in the upload's own chunks, or wherever those of a reused material lie. */
async function placeOf(
  db: Database,
  regionCode: number,
  { uploadId, via, sourceFileId }: StoredUpload,
): Promise<Place> {
  if (via !== 'reused') return { uploadId, bytesOf: null }
  const [source] = await db.query<Place>(SOURCE, [regionCode, sourceFileId])
  if (source === undefined) throw new Error('A reused material has lost its source')
  return source.uploadId === null ? source : { uploadId: source.uploadId, bytesOf: null }
}

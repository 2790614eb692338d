import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { Database } from '../database/connect.ts'

const COLUMNS = `
  u.upload_id as "uploadId", u.draft_id as "draftId", u.material, u.name, u.declared_type as "declaredType",
  u.media_type as "mediaType", u.size, u.chunk_count as "chunkCount",
  (select count(*)::int from upload_chunk c where c.region_code = $1 and c.upload_id = u.upload_id) as "chunksIn",
  encode(u.sha256, 'hex') as sha256, u.state, u.save_only as "saveOnly", u.scan, u.via, u.trust,
  u.source_file_id as "sourceFileId", u.source_application_id as "sourceApplicationId",
  u.verified_on as "verifiedOn", u.fresh_until as "freshUntil", u.consented_at as "consentedAt"`
const OF_DRAFT = `
  select ${COLUMNS} from upload u where u.region_code = $1 and u.draft_id = $2 order by u.material, u.position, u.upload_id`
const FIND = `select ${COLUMNS} from upload u where u.region_code = $1 and u.upload_id = $2`
const INSERT = `
  insert into upload (region_code, upload_id, draft_id, material, position, name, declared_type, media_type, size,
    chunk_count, sha256, state, save_only, scan, via, trust, source_file_id, source_application_id, verified_on,
    fresh_until, consented_at, created_at, touched_at)
  select $1, $2, $3, $4, coalesce(max(u.position), -1) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    $18, $19, $20, $21, $21
    from upload u where u.region_code = $1 and u.draft_id = $3 and u.material = $4
  on conflict (region_code, upload_id) do nothing`
const CHUNKS = `select chunk from upload_chunk where region_code = $1 and upload_id = $2 order by chunk`
const PUT = `
  insert into upload_chunk (region_code, upload_id, chunk, sha256, bytes) values ($1, $2, $3, $4, $5)
  on conflict (region_code, upload_id, chunk) do nothing returning chunk`
const SAME = `
  select 1 as one from upload_chunk where region_code = $1 and upload_id = $2 and chunk = $3 and sha256 = $4`
const TOUCH = `update upload set touched_at = $3 where region_code = $1 and upload_id = $2`
const COMPLETE = `
  update upload set state = 'complete', media_type = $3, name = $4, sha256 = $5, save_only = $6, scan = $7, touched_at = $8
   where region_code = $1 and upload_id = $2 and state = 'receiving'`
const ORDER = `
  update upload set position = w.position from unnest($2::uuid[], $3::int[]) as w(upload_id, position)
   where upload.region_code = $1 and upload.upload_id = w.upload_id`
const TRUST = `
  update upload set trust = $4 where region_code = $1 and draft_id = $2 and material = $3
     and via in ('device', 'phone') and trust <> $4`
const SUBMIT = `update upload set state = 'submitted' where region_code = $1 and upload_id = $2`
// What became a file of an application stays.
const REMOVE = `
  delete from upload u where u.region_code = $1 and u.upload_id = any($2::uuid[]) and u.state <> 'submitted'
     and not exists (select from material_file m where m.region_code = $1 and m.upload_id = u.upload_id)`

export type NewUpload = Omit<StoredUpload, 'chunksIn'> & { readonly at: string }

export async function uploadsOf(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<StoredUpload[]> {
  return await db.query<StoredUpload>(OF_DRAFT, [regionCode, draftId])
}

export async function findUpload(
  db: Database,
  regionCode: number,
  uploadId: string,
): Promise<StoredUpload | undefined> {
  return (await db.query<StoredUpload>(FIND, [regionCode, uploadId]))[0]
}

/** Behind the material's other pages; where there is one of that id, that one. */
export async function insertUpload(
  db: Database,
  regionCode: number,
  upload: NewUpload,
): Promise<StoredUpload> {
  await db.query(INSERT, [
    regionCode,
    upload.uploadId,
    upload.draftId,
    upload.material,
    upload.name,
    upload.declaredType,
    upload.mediaType,
    upload.size,
    upload.chunkCount,
    upload.sha256 === null ? null : Buffer.from(upload.sha256, 'hex'),
    upload.state,
    upload.saveOnly,
    upload.scan,
    upload.via,
    upload.trust,
    upload.sourceFileId,
    upload.sourceApplicationId,
    upload.verifiedOn,
    upload.freshUntil,
    upload.consentedAt,
    upload.at,
  ])
  const stored = await findUpload(db, regionCode, upload.uploadId)
  if (stored === undefined) throw new Error('An upload that was just kept is not there')
  return stored
}

/** Chunks that are in, in their order. */
export async function presentChunks(
  db: Database,
  regionCode: number,
  uploadId: string,
): Promise<number[]> {
  const rows = await db.query<{ chunk: number }>(CHUNKS, [regionCode, uploadId])
  return rows.map(({ chunk }) => chunk)
}

/** False: other bytes came as this chunk before. */
export async function insertChunk(
  db: Database,
  regionCode: number,
  uploadId: string,
  {
    chunk,
    sha256,
    bytes,
    at,
  }: {
    readonly chunk: number
    readonly sha256: Buffer
    readonly bytes: Buffer
    readonly at: string
  },
): Promise<boolean> {
  const inserted = await db.query(PUT, [regionCode, uploadId, chunk, sha256, bytes])
  await db.query(TOUCH, [regionCode, uploadId, at])
  if (inserted.length > 0) return true
  return (await db.query(SAME, [regionCode, uploadId, chunk, sha256])).length > 0
}

export async function settleUpload(
  db: Database,
  regionCode: number,
  uploadId: string,
  found: {
    readonly mediaType: string
    readonly name: string
    readonly sha256: Buffer
    readonly saveOnly: boolean
    readonly scan: StoredUpload['scan']
    readonly at: string
  },
): Promise<void> {
  const { mediaType, name, sha256, saveOnly, scan, at } = found
  await db.query(COMPLETE, [regionCode, uploadId, mediaType, name, sha256, saveOnly, scan, at])
}

export async function orderUploads(
  db: Database,
  regionCode: number,
  uploadIds: readonly string[],
): Promise<void> {
  await db.query(ORDER, [regionCode, uploadIds, uploadIds.map((_, position) => position)])
}

export async function trustUploads(
  db: Database,
  regionCode: number,
  draftId: string,
  material: number,
  trust: string,
): Promise<void> {
  await db.query(TRUST, [regionCode, draftId, material, trust])
}

export async function markSubmitted(
  db: Database,
  regionCode: number,
  uploadId: string,
): Promise<void> {
  await db.query(SUBMIT, [regionCode, uploadId])
}

export async function removeUploads(
  db: Database,
  regionCode: number,
  uploadIds: readonly string[],
): Promise<void> {
  if (uploadIds.length > 0) await db.query(REMOVE, [regionCode, uploadIds])
}

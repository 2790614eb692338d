import type { Database } from './connect.ts'

const MATERIAL = `
  select bytes, upload_id as "uploadId", bytes_of as "bytesOf" from material_file
   where region_code = $1 and file_id = $2`
// Base64 is a third larger than the bytes; PostgreSQL's own text of them is twice as large, and twice as slow to read.
const CHUNK = `select encode(bytes, 'base64') as base64 from upload_chunk where region_code = $1 and upload_id = $2 and chunk = $3`

type Row = {
  readonly bytes: Buffer
  readonly uploadId: string | null
  readonly bytesOf: string | null
}

/** A material's bytes, at most 4 MB of a large one in memory at a time. Nothing where there is no such file. */
export async function* materialContent(
  db: Database,
  regionCode: number,
  fileId: string,
): AsyncGenerator<Buffer> {
  const [row] = await db.query<Row>(MATERIAL, [regionCode, fileId])
  if (row === undefined) return
  if (row.bytesOf !== null) yield* materialContent(db, regionCode, row.bytesOf)
  else if (row.uploadId !== null) yield* uploadContent(db, regionCode, row.uploadId)
  else yield row.bytes
}

/** The chunks of an upload in their order. */
export async function* uploadContent(
  db: Database,
  regionCode: number,
  uploadId: string,
): AsyncGenerator<Buffer> {
  for (let chunk = 0; ; chunk += 1) {
    const [row] = await db.query<{ base64: string }>(CHUNK, [regionCode, uploadId, chunk])
    if (row === undefined) return
    yield Buffer.from(row.base64, 'base64')
  }
}

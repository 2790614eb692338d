import { createHash } from 'node:crypto'
import type { Database } from '../database/connect.ts'

const KEEP = `
  insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes)
  select region_code, $3, application_id, $4, 'image/png', $5 from application
   where region_code = $1 and application_id = $2
  on conflict (region_code, file_id) do nothing`

/**
 * The signature on glass, kept before the delivery it proves; the trail holds its hash. `dataUrl` is a PNG as the pad
 * made it. Under the command's own id, so that a retry keeps it once.
 */
export async function keepSignature(
  db: Database,
  {
    regionCode,
    applicationId,
    commandId,
  }: { readonly regionCode: number; readonly applicationId: string; readonly commandId: string },
  dataUrl: string,
): Promise<void> {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
  await db.query(KEEP, [
    regionCode,
    applicationId,
    commandId,
    createHash('sha256').update(bytes).digest(),
    bytes,
  ])
}

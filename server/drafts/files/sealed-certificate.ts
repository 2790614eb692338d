import type { Database } from '../../database/connect.ts'

const SEALED = `
  select f.pdf, a.department_id as "departmentId"
    from seal_record s
    join document_file f on f.region_code = $1 and f.document_id = s.record_id
    join application a on a.region_code = $1 and a.application_id = s.application_id
   where s.region_code = $1 and s.application_id = $2 order by s.sealed_at desc limit 1`

/** The signed certificate of an application, and whose it is; undefined: it is not on paper yet. */
export async function sealedCertificate(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<{ readonly pdf: Buffer; readonly departmentId: string } | undefined> {
  const [row] = await db.query<{ pdf: Buffer; departmentId: string }>(SEALED, [
    regionCode,
    applicationId,
  ])
  return row
}

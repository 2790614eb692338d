import type { z } from 'zod'
import type { SealRecordRow } from '../../contract/documents.ts'
import type { SealName } from '../../domain/notice/notice.ts'
import type { DocumentsContext } from './documents-context.ts'

type Row = Omit<z.input<typeof SealRecordRow>, 'sealName'> & { seal: SealName }
export type RegisterPage = {
  readonly rows: z.input<typeof SealRecordRow>[]
  readonly next: string | null
}

const READ = `
  select s.record_id as "recordId", s.sealed_at as at, s.seal, s.application_id as "applicationId",
         a.number as "applicationNumber", s.document_title as "documentTitle", s.document_number as "documentNumber",
         s.certificate_hash as "documentHash", s.operator_name as "operatorName", s.route, l.number as "letterNumber"
    from seal_record s
    join application a on a.region_code = $1 and a.application_id = s.application_id
    left join notice l on l.region_code = $1 and l.notice_id = s.letter_notice_id
   where s.region_code = $1 and (s.sealed_at, s.record_id) < ($2::timestamptz, $3::uuid)
   order by s.sealed_at desc, s.record_id desc
   limit $4`

const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const
const DEFAULT_SIZE = 20

/** The newest use first. Undefined: the cursor is none of ours. */
export async function readSealRegister(
  { db, seals }: Pick<DocumentsContext, 'db' | 'seals'>,
  regionCode: number,
  {
    cursor,
    size = DEFAULT_SIZE,
  }: { readonly cursor?: string | undefined; readonly size?: number | undefined },
): Promise<RegisterPage | undefined> {
  const after = cursor === undefined ? NEWEST : placeOf(cursor)
  if (after === undefined) return undefined
  const found = await db.query<Row>(READ, [regionCode, ...after, size + 1])
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: await Promise.all(
      shown.map(async ({ seal, ...row }) => ({
        ...row,
        sealName: (await seals.describe(seal)).inscription,
      })),
    ),
    next: last !== undefined && found.length > size ? `${last.at}_${last.recordId}` : null,
  }
}

function placeOf(cursor: string): readonly [string, string] | undefined {
  const place = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor)
  const [, at, recordId] = place ?? []
  return at === undefined || recordId === undefined || Number.isNaN(Date.parse(at))
    ? undefined
    : [at, recordId]
}

import type { NoticeKind, SealName } from '../../domain/notice/notice.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'

/** A paper that was issued, as anyone who holds it may ask for it. */
export type IssuedDocument = {
  readonly applicationId: string
  readonly kind: NoticeKind | 'certificate'
  readonly title: string
  readonly number: string
  /** Null for a certificate: its organ is the application's department. */
  readonly issuer: string | null
  readonly dated: LocalDate
  readonly seal: SealName | null
  /** Only of a certificate. */
  readonly certificateHash: string | null
  /** The application has a later paper of the same kind. */
  readonly isFollowed: boolean
}

const NOTICE = `
  select n.application_id as "applicationId", n.kind, n.content ->> 'title' as title, n.number,
         n.content ->> 'issuer' as issuer, n.dated, n.content ->> 'seal' as seal, null as "certificateHash",
         exists (select from notice l where l.region_code = $1 and l.application_id = n.application_id
                    and l.kind = n.kind and l.seq > n.seq) as "isFollowed"
    from notice n`
const CERTIFICATE = `
  select s.application_id as "applicationId", s.document_title as title, s.document_number as number, s.seal,
         s.certificate_hash as "certificateHash", s.sealed_at as "sealedAt"
    from seal_record s`
const NOTICE_BY_CODE = `${NOTICE} where n.region_code = $1 and n.verify_code = $2`
const CERTIFICATE_BY_CODE = `${CERTIFICATE} where s.region_code = $1 and s.verify_code = $2`
const FILED = 'document_file f on f.region_code = $1 and f.sha256 = $2 and f.document_id'
const NOTICE_BY_HASH = `${NOTICE} join ${FILED} = n.notice_id where n.region_code = $1`
const CERTIFICATE_BY_HASH = `${CERTIFICATE} join ${FILED} = s.record_id where s.region_code = $1`

type CertificateRow = {
  applicationId: string
  title: string
  number: string
  seal: SealName
  certificateHash: string
  sealedAt: Instant
}

export function findByCode(
  db: Database,
  regionCode: number,
  code: string,
): Promise<IssuedDocument | undefined> {
  return find(db, [NOTICE_BY_CODE, CERTIFICATE_BY_CODE], [regionCode, code])
}

/** By the SHA-256 of a whole file: only bytes exactly as issued are found. */
export function findByHash(
  db: Database,
  regionCode: number,
  sha256: Buffer,
): Promise<IssuedDocument | undefined> {
  return find(db, [NOTICE_BY_HASH, CERTIFICATE_BY_HASH], [regionCode, sha256])
}

async function find(
  db: Database,
  [notices, certificates]: readonly [string, string],
  values: readonly unknown[],
): Promise<IssuedDocument | undefined> {
  const [[notice], [certificate]] = await Promise.all([
    db.query<IssuedDocument>(notices, values),
    db.query<CertificateRow>(certificates, values),
  ])
  if (notice !== undefined) return notice
  if (certificate === undefined) return undefined
  const { sealedAt, ...rest } = certificate
  return {
    ...rest,
    kind: 'certificate',
    issuer: null,
    dated: localDateOf(sealedAt),
    isFollowed: false,
  }
}

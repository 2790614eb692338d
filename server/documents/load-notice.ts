import { fillTokens } from '../../domain/notice/tokens.ts'
import type { NoticeDocument, NoticeKind } from '../../domain/notice/notice.ts'
import type { Database } from '../database/connect.ts'

const LOAD = `
  select n.notice_id, n.application_id, n.kind, n.number, n.verify_code, n.content, a.number as application_number,
         (select d.number from notice d
           where d.region_code = $1 and d.application_id = n.application_id
             and d.kind in ('grant-decision', 'refusal-decision')
           order by d.seq desc limit 1) as decision_number,
         exists (select from application_event e
                  where e.region_code = $1 and e.application_id = n.application_id
                    and e.type = 'NoticeSigned' and e.data ->> 'noticeId' = n.notice_id::text) as recorded
    from notice n
    join application a on a.region_code = $1 and a.application_id = n.application_id
   where n.region_code = $1 and n.notice_id = $2`

type Row = {
  notice_id: string
  application_id: string
  kind: NoticeKind
  number: string
  verify_code: string
  content: NoticeDocument
  application_number: string
  decision_number: string | null
  recorded: boolean
}

export type LoadedNotice = {
  readonly noticeId: string
  readonly applicationId: string
  readonly kind: NoticeKind
  /** 阿审受〔2026〕12号 */
  readonly number: string
  readonly verifyCode: string
  /** As issued, every number in its place. */
  readonly document: NoticeDocument
  /** The trail already tells of its signed paper. */
  readonly recorded: boolean
}

/** Undefined: no such notice in the region. */
export async function loadNotice(
  db: Database,
  regionCode: number,
  noticeId: string,
): Promise<LoadedNotice | undefined> {
  const [row] = await db.query<Row>(LOAD, [regionCode, noticeId])
  return (
    row && {
      noticeId: row.notice_id,
      applicationId: row.application_id,
      kind: row.kind,
      number: row.number,
      verifyCode: row.verify_code,
      recorded: row.recorded,
      document: fillTokens(row.content, {
        applicationNumber: row.application_number,
        documentNumber: row.number,
        // The one paper that shows it was filled when it was made.
        queryCode: null,
        decisionNumber: row.decision_number,
      }),
    }
  )
}

import type { Database } from '../../server/database/connect.ts'
import type { Findings } from './findings.ts'

export type PaperCounts = {
  readonly notices: number
  readonly signed: number
  readonly certificates: number
  readonly reactions: number
  /** Begun more than once, by a server that was killed or a try that failed. */
  readonly begunAgain: number
}

const COUNTS = `
  select (select count(*)::int from notice where region_code = $1) as notices,
         (select count(*)::int from application_event where region_code = $1 and type = 'NoticeSigned') as signed,
         (select count(*)::int from document_file d join seal_record s on s.region_code = $1 and s.record_id = d.document_id
           where d.region_code = $1) as certificates,
         (select count(*)::int from reaction where region_code = $1) as reactions,
         (select count(*)::int from reaction where region_code = $1 and tries > 1) as "begunAgain"`

/** Each query names what must not be; no row is the right answer. */
const WRONG: Readonly<Record<string, string>> = {
  'reaction not done': `
    select kind || ' ' || reaction_id || ' after ' || tries || ' tries: ' || coalesce(last_error, 'no error') as what
      from reaction where region_code = $1 and done_at is null`,
  'notice without its PDF': `
    select n.number as what from notice n
      left join document_file d on d.region_code = $1 and d.document_id = n.notice_id
     where n.region_code = $1 and d.document_id is null`,
  'notice without exactly one NoticeSigned of its number and bytes': `
    select n.number || ', ' || count(e.seq) || ' events' as what from notice n
      left join document_file d on d.region_code = $1 and d.document_id = n.notice_id
      left join application_event e on e.region_code = $1 and e.application_id = n.application_id
        and e.type = 'NoticeSigned' and e.data ->> 'noticeId' = n.notice_id::text
     where n.region_code = $1
     group by n.number, n.notice_id, d.document_id, d.pdf
    having count(e.seq) <> 1 or bool_or(e.data ->> 'number' <> n.number or e.data ->> 'sha256' <> encode(sha256(d.pdf), 'hex'))`,
  'NoticeSigned without a notice': `
    select e.data ->> 'number' as what from application_event e
      left join notice n on n.region_code = $1 and n.notice_id::text = e.data ->> 'noticeId'
     where e.region_code = $1 and e.type = 'NoticeSigned' and n.notice_id is null`,
  'PDF that is not the one it was stored as': `
    select document_id::text as what from document_file where region_code = $1 and sha256(pdf) <> sha256`,
  'use of a seal without exactly one line in the register': `
    select e.application_id || ', ' || count(s.record_id) || ' lines' as what from application_event e
      left join seal_record s on s.region_code = $1 and s.application_id = e.application_id
        and s.certificate_hash = e.data ->> 'certificateHash'
     where e.region_code = $1 and e.type = 'SealApplied'
     group by e.application_id, e.seq having count(s.record_id) <> 1`,
  'line of the register without a use of a seal': `
    select s.document_number as what from seal_record s
      left join application_event e on e.region_code = $1 and e.application_id = s.application_id
        and e.type = 'SealApplied' and e.data ->> 'certificateHash' = s.certificate_hash
     where s.region_code = $1 and e.seq is null`,
  'sealed certificate without its PDF': `
    select s.document_number as what from seal_record s
      left join document_file d on d.region_code = $1 and d.document_id = s.record_id
     where s.region_code = $1 and d.document_id is null`,
}

const PENDING =
  'select count(*)::int as pending from reaction where region_code = $1 and done_at is null'

export async function pendingReactions(db: Database, regionCode: number): Promise<number> {
  const [row] = await db.query<{ pending: number }>(PENDING, [regionCode])
  return row?.pending ?? 0
}

/** Papers, seals and what follows an act, each against the trail. */
export async function checkPapers(
  db: Database,
  regionCode: number,
  findings: Findings,
): Promise<PaperCounts> {
  for (const [wrong, query] of Object.entries(WRONG))
    for (const { what } of await db.query<{ what: string }>(query, [regionCode]))
      findings.add('papers', `${wrong}: ${what}`)
  const [counts] = await db.query<PaperCounts>(COUNTS, [regionCode])
  if (counts === undefined) throw new Error('Counting answered nothing')
  return counts
}

import type { Database } from '../database/connect.ts'

export type FeedRow = {
  readonly cursor: string
  readonly applicationId: string
  readonly departmentId: string
  readonly status: string
  readonly version: number
  readonly owner: string
}

const READ = `
  select e.xact::text || '-' || e.application_id || '-' || e.seq as cursor, e.application_id as "applicationId",
         a.department_id as "departmentId", a.status, e.version, a.applicant_identity as owner
    from application_event e
    join application a on a.region_code = $1 and a.application_id = e.application_id
   where e.region_code = $1
     and e.xact < pg_snapshot_xmin(pg_current_snapshot())
     and (e.xact, e.application_id, e.seq) > ($2::text::xid8, $3::uuid, $4::int)
   order by e.xact, e.application_id, e.seq
   limit $5`

const NEWEST = `
  select e.xact::text || '-' || e.application_id || '-' || e.seq as cursor
    from application_event e
   where e.region_code = $1 and e.xact < pg_snapshot_xmin(pg_current_snapshot())
   order by e.xact desc, e.application_id desc, e.seq desc
   limit 1`

export const FEED_START = '0-00000000-0000-0000-0000-000000000000-0'

/** Events in commit-safe order: rows of transactions still in flight wait, so that a cursor never jumps over one. */
export async function readFeed(
  db: Database,
  regionCode: number,
  cursor: string,
  limit = 500,
): Promise<{ rows: FeedRow[]; cursor: string }> {
  const [, xact = '0', applicationId = '', seq = '0'] =
    /^(\d+)-([0-9a-f-]{36})-(\d+)$/.exec(cursor) ?? /^(0)-(.{36})-(0)$/.exec(FEED_START) ?? []
  const rows = await db.query<FeedRow>(READ, [regionCode, xact, applicationId, Number(seq), limit])
  return { rows, cursor: rows.at(-1)?.cursor ?? cursor }
}

/** Where the feed stands now, for a listener that begins here. */
export async function newestCursor(db: Database, regionCode: number): Promise<string> {
  const [row] = await db.query<{ cursor: string }>(NEWEST, [regionCode])
  return row?.cursor ?? FEED_START
}

import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const A_DAY = 24 * 60 * 60_000
/** Days after which nobody goes on sending. */
const BROKEN_OFF_DAYS = 7
const AT_ONCE = 200

// A submitted draft goes too: the application has all of it. Its files stay, referred to by the application's own.
const DRAFTS = `
  delete from application_draft where region_code = $1 and draft_id in (
    select draft_id from application_draft where region_code = $1 and expires_at <= $2
     order by expires_at limit ${AT_ONCE}) returning draft_id`
// Files of no draft, and those that nobody goes on sending. What is submitted is never swept.
const UPLOADS = `
  delete from upload where region_code = $1 and upload_id in (
    select u.upload_id from upload u
     where u.region_code = $1 and u.state <> 'submitted' and u.touched_at <= $2
       and (u.state = 'receiving' or not exists (
         select from application_draft d where d.region_code = $1 and d.draft_id = u.draft_id))
       and not exists (select from material_file m where m.region_code = $1 and m.upload_id = u.upload_id)
     order by u.touched_at limit ${AT_ONCE}) returning upload_id`
const PAIRINGS = `delete from draft_pairing where region_code = $1 and expires_at <= $2`
const LOCKS = `delete from code_lock where region_code = $1 and failed_at <= $2`

/** Drafts untouched for 90 days, uploads broken off a week ago, codes that are over. Answers how much went. */
export async function sweepDrafts(db: Database, regionCode: number, now: Instant): Promise<number> {
  const before = (days: number) => new Date(Date.parse(now) - days * A_DAY).toISOString()
  const drafts = await db.query(DRAFTS, [regionCode, now])
  const uploads = await db.query(UPLOADS, [regionCode, before(BROKEN_OFF_DAYS)])
  await db.query(PAIRINGS, [regionCode, now])
  await db.query(LOCKS, [regionCode, before(1)])
  return drafts.length + uploads.length
}

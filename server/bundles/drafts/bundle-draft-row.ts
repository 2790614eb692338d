import type { BundleDraftContent } from '../../../contract/bundle-drafts.ts'
import type { Instant, LocalDate } from '../../../domain/shared/ids.ts'
import { addDays, localDateOf } from '../../../domain/shared/local-date.ts'
import type { Database } from '../../database/connect.ts'

/** Calendar days after the code was made, as for the draft of a single item. */
const KEPT_FOR_DAYS = 90
const AT_ONCE = 200

// Somebody else's stays what it is: then nothing comes back.
const KEEP = `
  insert into bundle_draft as d (region_code, draft_id, bundle_id, account_id, content, code_locator, code_hash, saved_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (region_code, draft_id) do update set account_id = coalesce(d.account_id, excluded.account_id), content = excluded.content,
    code_locator = excluded.code_locator, code_hash = excluded.code_hash, saved_at = excluded.saved_at, expires_at = excluded.expires_at
   where d.bundle_id = excluded.bundle_id and (d.account_id is null or d.account_id = excluded.account_id)
  returning draft_id`
const FIND = `
  select draft_id as "draftId", bundle_id as "bundleId", account_id as "accountId", content, code_hash as "codeHash",
    saved_at as "savedAt", expires_at as "expiresAt"
    from bundle_draft where region_code = $1 and code_locator = $2`
const REMOVE = `delete from bundle_draft where region_code = $1 and draft_id = $2`
const SWEEP = `
  delete from bundle_draft where region_code = $1 and draft_id in (
    select draft_id from bundle_draft where region_code = $1 and expires_at <= $2
     order by expires_at limit ${AT_ONCE}) returning draft_id`

export type BundleDraftRow = {
  readonly draftId: string
  readonly bundleId: string
  /** Null: kept without signing in. */
  readonly accountId: string | null
  readonly content: BundleDraftContent
  readonly codeHash: Buffer
  readonly savedAt: Instant
  readonly expiresAt: Instant
}

export type BundleDraftToKeep = Pick<
  BundleDraftRow,
  'draftId' | 'bundleId' | 'accountId' | 'content' | 'codeHash'
> & { readonly locator: string; readonly at: Instant }

/** The last day its code opens it; undefined: it is another account's. A taken locator throws. */
export async function keepBundleDraft(
  db: Database,
  regionCode: number,
  draft: BundleDraftToKeep,
): Promise<LocalDate | undefined> {
  const { at } = draft
  const expiresAt = `${addDays(at.slice(0, 10) as LocalDate, KEPT_FOR_DAYS)}${at.slice(10)}`
  const kept = await db.query(KEEP, [
    regionCode,
    draft.draftId,
    draft.bundleId,
    draft.accountId,
    JSON.stringify(draft.content),
    draft.locator,
    draft.codeHash,
    at,
    expiresAt,
  ])
  return kept.length === 0 ? undefined : localDateOf(expiresAt as Instant)
}

export async function findBundleDraft(
  db: Database,
  regionCode: number,
  locator: string,
): Promise<BundleDraftRow | undefined> {
  return (await db.query<BundleDraftRow>(FIND, [regionCode, locator]))[0]
}

/** It was received: nothing personal stays behind. */
export async function removeBundleDraft(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<void> {
  await db.query(REMOVE, [regionCode, draftId])
}

/** Those that nobody came back for; answers how many went. */
export async function sweepBundleDrafts(
  db: Database,
  regionCode: number,
  now: Instant,
): Promise<number> {
  return (await db.query(SWEEP, [regionCode, now])).length
}

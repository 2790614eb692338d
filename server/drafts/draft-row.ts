import type { DraftContent } from '../../domain/drafts/draft-content.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'

/** Calendar days after the last change. */
const KEPT_FOR_DAYS = 90

const COLUMNS = `
  d.draft_id as "draftId", d.account_id as "accountId", d.item_id as "itemId", d.guide_version as "guideVersion",
  d.form_id as "formId", d.form_version as "formVersion", d.version, d.pages_version as "pagesVersion",
  d.last_save as "lastSave", d.content, d.state, d.application_id as "applicationId",
  d.submit_command as "submitCommand", d.code_hash as "codeHash", d.saved_at as "savedAt", d.expires_at as "expiresAt"`
const FIND = `select ${COLUMNS} from application_draft d where d.region_code = $1 and d.draft_id = $2`
const FIND_BY_LOCATOR = `select ${COLUMNS} from application_draft d where d.region_code = $1 and d.code_locator = $2`
const INSERT = `
  insert into application_draft (region_code, draft_id, account_id, item_id, guide_version, form_id, form_version, version,
    content, state, created_at, saved_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, 1, $8, 'open', $9, $9, $10) on conflict (region_code, draft_id) do nothing
  returning draft_id`
const SAVE = `
  update application_draft set content = $4, version = version + 1, last_save = $5, saved_at = $6, expires_at = $7,
    guide_version = $8, form_id = $9, form_version = $10
   where region_code = $1 and draft_id = $2 and version = $3 and application_id is null returning version`
const TOUCH = `
  update application_draft set pages_version = pages_version + 1, saved_at = $3, expires_at = $4
   where region_code = $1 and draft_id = $2 and application_id is null returning pages_version as "pagesVersion"`
const OF_ACCOUNT = `
  select ${COLUMNS} from application_draft d
   where d.region_code = $1 and d.account_id = $2 and d.state = 'open' order by d.saved_at desc, d.draft_id limit 100`
const OF_BROWSER = `
  select ${COLUMNS} from draft_browser b
    join application_draft d on d.region_code = $1 and d.draft_id = b.draft_id
   where b.region_code = $1 and b.browser_hash = $2 and d.account_id is null and d.state = 'open'
   order by d.saved_at desc, d.draft_id limit 100`
const HOLD = `insert into draft_browser (region_code, browser_hash, draft_id) values ($1, $2, $3) on conflict do nothing`
const HOLDS = `select 1 as one from draft_browser where region_code = $1 and browser_hash = $2 and draft_id = $3`
const BIND = `
  update application_draft set account_id = $3 where region_code = $1 and draft_id = $2 and account_id is null
  returning draft_id`
const LET_GO = `delete from draft_browser where region_code = $1 and draft_id = $2`
const DELETE = `delete from application_draft where region_code = $1 and draft_id = $2 and application_id is null returning draft_id`

export type DraftRow = {
  readonly draftId: string
  readonly accountId: string | null
  readonly itemId: string
  readonly guideVersion: number
  readonly formId: string | null
  readonly formVersion: number | null
  readonly version: number
  readonly pagesVersion: number
  readonly lastSave: string | null
  readonly content: DraftContent
  readonly state: 'open' | 'submitted'
  readonly applicationId: string | null
  readonly submitCommand: string | null
  readonly codeHash: Buffer | null
  readonly savedAt: Instant
  readonly expiresAt: Instant
}

type Versions = Pick<DraftRow, 'guideVersion' | 'formId' | 'formVersion'>

/** When a draft saved then is swept. */
export function expiryOf(savedAt: Instant): Instant {
  return `${addDays(savedAt.slice(0, 10) as LocalDate, KEPT_FOR_DAYS)}${savedAt.slice(10)}` as Instant
}

export function expiresOn({ expiresAt }: Pick<DraftRow, 'expiresAt'>): LocalDate {
  return localDateOf(expiresAt)
}

export async function findDraft(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<DraftRow | undefined> {
  return (await db.query<DraftRow>(FIND, [regionCode, draftId]))[0]
}

export async function findByLocator(
  db: Database,
  regionCode: number,
  locator: string,
): Promise<DraftRow | undefined> {
  return (await db.query<DraftRow>(FIND_BY_LOCATOR, [regionCode, locator]))[0]
}

/** False: there is a draft of that id. */
export async function insertDraft(
  db: Database,
  regionCode: number,
  draft: Versions & {
    readonly draftId: string
    readonly accountId: string | null
    readonly itemId: string
    readonly content: DraftContent
    readonly at: Instant
  },
): Promise<boolean> {
  const inserted = await db.query(INSERT, [
    regionCode,
    draft.draftId,
    draft.accountId,
    draft.itemId,
    draft.guideVersion,
    draft.formId,
    draft.formVersion,
    JSON.stringify(draft.content),
    draft.at,
    expiryOf(draft.at),
  ])
  return inserted.length > 0
}

/** The new version; undefined: somebody saved meanwhile, or it is being submitted. */
export async function saveContent(
  db: Database,
  regionCode: number,
  { draftId, version }: DraftRow,
  save: Versions & {
    readonly saveId: string
    readonly content: DraftContent
    readonly at: Instant
  },
): Promise<number | undefined> {
  const { saveId, content, at, guideVersion, formId, formVersion } = save
  const [row] = await db.query<{ version: number }>(SAVE, [
    regionCode,
    draftId,
    version,
    JSON.stringify(content),
    saveId,
    at,
    expiryOf(at),
    guideVersion,
    formId,
    formVersion,
  ])
  return row?.version
}

/** A page came, went or moved: the number under which a desk sees it. */
export async function touchPages(
  db: Database,
  regionCode: number,
  draftId: string,
  at: Instant,
): Promise<number> {
  const [row] = await db.query<{ pagesVersion: number }>(TOUCH, [
    regionCode,
    draftId,
    at,
    expiryOf(at),
  ])
  return row?.pagesVersion ?? 0
}

export async function draftsOfAccount(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<DraftRow[]> {
  return await db.query<DraftRow>(OF_ACCOUNT, [regionCode, accountId])
}

export async function draftsOfBrowser(
  db: Database,
  regionCode: number,
  browserHash: Buffer,
): Promise<DraftRow[]> {
  return await db.query<DraftRow>(OF_BROWSER, [regionCode, browserHash])
}

export async function letBrowserHold(
  db: Database,
  regionCode: number,
  browserHash: Buffer,
  draftId: string,
): Promise<void> {
  await db.query(HOLD, [regionCode, browserHash, draftId])
}

export async function browserHolds(
  db: Database,
  regionCode: number,
  browserHash: Buffer,
  draftId: string,
): Promise<boolean> {
  return (await db.query(HOLDS, [regionCode, browserHash, draftId])).length > 0
}

/** From now on the account's, and no browser's. False: it has an owner already. */
export async function bindToAccount(
  db: Database,
  regionCode: number,
  draftId: string,
  accountId: string,
): Promise<boolean> {
  const bound = await db.query(BIND, [regionCode, draftId, accountId])
  if (bound.length > 0) await db.query(LET_GO, [regionCode, draftId])
  return bound.length > 0
}

/** False: it is being submitted, or was. */
export async function removeDraft(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<boolean> {
  return (await db.query(DELETE, [regionCode, draftId])).length > 0
}

import type { CatalogueDraft, DraftState } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import type { FormToPublish } from '../catalogue-context.ts'

const COLUMNS = `draft_id as "draftId", state, version, changed_at as "changedAt", data`
const LOAD = `select ${COLUMNS} from catalogue_draft where region_code = $1 and draft_id = $2`
const OPEN = `select ${COLUMNS} from catalogue_draft where region_code = $1 and state in ('editing', 'submitted', 'returned')`
const OPEN_OF = `${OPEN} and item_id = $2 and kind = $3`
const START = `
  insert into catalogue_draft (region_code, draft_id, item_id, kind, department_id, state, version, changed_at, data)
  values ($1, $2, $3, $4, $5, 'editing', 1, $6, $7) on conflict do nothing returning 1 as one`
const LOG = `
  insert into catalogue_draft_log (region_code, draft_id, log_id, at, account_id, name, role, action, version, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`
const HISTORY = `
  select at, name, role, action, detail from catalogue_draft_log
   where region_code = $1 and draft_id = $2 order by version, at`
const CHANGE = `select change_catalogue_draft($1, $2, $3, $4, $5, $6, $7) as version`
const PUBLISH = `select publish_catalogue_draft($1, $2, $3, $4, $5, $6, $7, $8) as version`
const PUBLISH_BOTH = `select publish_guide_with_form($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as version`
const DONE = `select 1 as one from catalogue_draft_log where region_code = $1 and draft_id = $2 and log_id = $3`

/** What was done to a draft, as its history tells it. */
export type DraftAction =
  | 'started'
  | 'imported'
  | 'edited'
  | 'submitted'
  | 'confirmed'
  | 'returned'
  | 'discarded'
  | 'published'

export type DraftLogEntry = {
  readonly commandId: string
  readonly by: Actor
  readonly at: Instant
  readonly action: DraftAction
  /** `text`: one sentence for people; what was submitted is kept whole beside it. */
  readonly detail: { readonly text: string } & Readonly<Record<string, unknown>>
}

export type DraftHistoryRow = {
  readonly at: Instant
  readonly name: string
  readonly role: Actor['role']
  readonly action: DraftAction
  readonly detail: { readonly text?: string }
}

type Row = {
  readonly draftId: string
  readonly state: DraftState
  readonly version: number
  readonly changedAt: Instant
  readonly data: CatalogueDraft
}

export async function findDraft(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<CatalogueDraft | undefined> {
  const [row] = await db.query<Row>(LOAD, [regionCode, draftId])
  return row && draftOf(row)
}

export async function findOpenDraft(
  db: Database,
  regionCode: number,
  itemId: string,
  kind: 'guide' | 'item',
): Promise<CatalogueDraft | undefined> {
  const [row] = await db.query<Row>(OPEN_OF, [regionCode, itemId, kind])
  return row && draftOf(row)
}

export async function openDrafts(db: Database, regionCode: number): Promise<CatalogueDraft[]> {
  return (await db.query<Row>(OPEN, [regionCode])).map(draftOf)
}

/** False: another draft of the same item and kind was begun meanwhile. */
export async function startNewDraft(
  db: Database,
  regionCode: number,
  draft: CatalogueDraft,
  log: DraftLogEntry,
): Promise<boolean> {
  const { draftId, itemId, content, departmentId, changedAt } = draft
  const { commandId, by, at, action, detail } = log
  // First: a line of history without a draft says nothing, a draft without it hides who began it.
  await db.query(LOG, [
    regionCode,
    draftId,
    commandId,
    at,
    by.accountId,
    by.name,
    by.role,
    action,
    1,
    JSON.stringify(detail),
  ])
  const rows = await db.query(START, [
    regionCode,
    draftId,
    itemId,
    content.kind,
    departmentId,
    changedAt,
    JSON.stringify(draft),
  ])
  return rows.length > 0
}

/** Whether that command was carried out on the draft before. */
export async function wasDone(
  db: Database,
  regionCode: number,
  draftId: string,
  commandId: string,
): Promise<boolean> {
  return (await db.query(DONE, [regionCode, draftId, commandId])).length > 0
}

/** False: the draft has moved since `expectedVersion`. */
export async function storeChange(
  db: Database,
  regionCode: number,
  expectedVersion: number,
  draft: CatalogueDraft,
  log: DraftLogEntry,
): Promise<boolean> {
  const [row] = await db.query<{ version: number | null }>(CHANGE, [
    regionCode,
    draft.draftId,
    expectedVersion,
    draft.state,
    draft.changedAt,
    JSON.stringify(draft),
    logText(log),
  ])
  return row?.version !== null && row?.version !== undefined
}

export type PublishedVersion = {
  readonly itemId: string
  readonly kind: 'guide' | 'item'
  readonly version: number
  readonly effectiveOn: string
  readonly document: CatalogueDraft['document']
  readonly reason: string
  /** The item's first version, for one that was not in the list before. */
  readonly first: unknown
}

/** The form of a guide was saved between its trial and its publication. */
export const FORM_MOVED = 'YC001'

/**
 * The draft becomes a version, with its form in the same transaction: both or neither. False: the draft has moved since
 * `expectedVersion`. A version number that was taken meanwhile throws 23505, a form that was saved meanwhile `FORM_MOVED`.
 */
export async function storePublication(
  db: Database,
  regionCode: number,
  expectedVersion: number,
  draft: CatalogueDraft,
  log: DraftLogEntry,
  change: PublishedVersion,
  version: unknown,
  form: FormToPublish | null = null,
): Promise<boolean> {
  const values = [
    regionCode,
    draft.draftId,
    expectedVersion,
    draft.changedAt,
    JSON.stringify(draft),
    logText(log),
    JSON.stringify(change),
    JSON.stringify(version),
  ]
  const [row] =
    form === null
      ? await db.query<{ version: number | null }>(PUBLISH, values)
      : await db.query<{ version: number | null }>(PUBLISH_BOTH, [
          ...values,
          form.formId,
          form.revision,
          form.form === null ? null : JSON.stringify(form.form),
        ])
  return row?.version !== null && row?.version !== undefined
}

export async function draftHistory(
  db: Database,
  regionCode: number,
  draftId: string,
): Promise<DraftHistoryRow[]> {
  return await db.query<DraftHistoryRow>(HISTORY, [regionCode, draftId])
}

function logText({ commandId, by, action, detail }: DraftLogEntry): string {
  return JSON.stringify({
    logId: commandId,
    accountId: by.accountId,
    name: by.name,
    role: by.role,
    action,
    detail,
  })
}

function draftOf({ data, state, version }: Row): CatalogueDraft {
  return { ...data, state, version }
}

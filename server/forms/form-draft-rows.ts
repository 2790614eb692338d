import type { FormContent } from '../../contract/forms.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const COLUMNS = `organisation_id as "organisationId", revision, base_version as "baseVersion", command_id as "commandId", data as content`
const READ = `select ${COLUMNS} from form_draft where region_code = $1 and form_id = $2`
const LIST = `select form_id as "formId", revision, data ->> 'title' as title, (select count(*)::int from jsonb_object_keys(data -> 'schema' -> 'properties')) as fields, organisation_id as "organisationId" from form_draft where region_code = $1 order by form_id`
const BEGIN = `
  insert into form_draft (region_code, form_id, organisation_id, revision, base_version, command_id, saved_by, saved_at, data)
  values ($1, $2, $3, 1, $4, $5, $6, $7, $8) on conflict (region_code, form_id) do nothing returning ${COLUMNS}`
const CHANGE = `
  update form_draft set revision = revision + 1, command_id = $4, saved_by = $5, saved_at = $6, data = $7
   where region_code = $1 and form_id = $2 and revision = $3 returning ${COLUMNS}`
const DROP = `delete from form_draft where region_code = $1 and form_id = $2 and revision = $3`

export type FormDraftRow = {
  readonly organisationId: string
  readonly revision: number
  /** The version that it was begun from; null: a new form. */
  readonly baseVersion: number | null
  readonly commandId: string
  readonly content: FormContent
}

export async function readFormDraft(
  db: Database,
  regionCode: number,
  formId: string,
): Promise<FormDraftRow | undefined> {
  const [row] = await db.query<FormDraftRow>(READ, [regionCode, formId])
  return row
}

export async function listFormDrafts(db: Database, regionCode: number) {
  return await db.query<{
    formId: string
    revision: number
    title: string
    fields: number
    organisationId: string
  }>(LIST, [regionCode])
}

export type SavedDraft = {
  readonly regionCode: number
  readonly formId: string
  readonly organisationId: string
  /** 0: nobody has saved one yet. */
  readonly expectedRevision: number
  readonly baseVersion: number | null
  readonly commandId: string
  readonly by: Actor
  readonly at: Instant
  readonly content: FormContent
}

/** Undefined: it was saved by somebody else meanwhile, or is there no more. */
export async function writeFormDraft(
  db: Database,
  draft: SavedDraft,
): Promise<FormDraftRow | undefined> {
  const { regionCode, formId, expectedRevision, commandId, by, at } = draft
  const [saved, data] = [JSON.stringify(by), JSON.stringify(draft.content)]
  const [row] =
    expectedRevision === 0
      ? await db.query<FormDraftRow>(BEGIN, [
          regionCode,
          formId,
          draft.organisationId,
          draft.baseVersion,
          commandId,
          saved,
          at,
          data,
        ])
      : await db.query<FormDraftRow>(CHANGE, [
          regionCode,
          formId,
          expectedRevision,
          commandId,
          saved,
          at,
          data,
        ])
  return row
}

export async function dropFormDraft(
  db: Database,
  regionCode: number,
  formId: string,
  revision: number,
): Promise<void> {
  await db.query(DROP, [regionCode, formId, revision])
}

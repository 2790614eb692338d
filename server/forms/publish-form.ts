import { isDeepStrictEqual } from 'node:util'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Database } from '../database/connect.ts'
import { formOfContent } from './form-of-content.ts'
import { readFormDraft } from './form-draft-rows.ts'
import type { FormShelf } from './form-shelf.ts'

const NEWEST = `select data from form_version where form_id = $1 order by version desc limit 1`

export type NextForm = {
  readonly formId: string
  /** Of the draft that it is made of. */
  readonly revision: number
  /** Null: the draft says what is published already. */
  readonly form: FormDefinition | null
}

export type FormPublishing = {
  /** As a guide would be published with it: the draft, else the newest version; null: there is none. */
  readonly find: (regionCode: number, formId: string) => Promise<FormDefinition | null>
  /** What the guide's publication stores in the same transaction (`publish_guide_with_form`); null: there is no draft. */
  readonly next: (regionCode: number, formId: string) => Promise<NextForm | null>
  readonly reload: () => Promise<void>
}

/** What a guide's publication needs of forms. */
export function formPublishing(db: Database, shelf: FormShelf): FormPublishing {
  return {
    find: async (regionCode, formId) => {
      const draft = await readFormDraft(db, regionCode, formId)
      const newest = shelf.findNewest(formId)
      if (draft === undefined) return newest ?? null
      return formOfContent(formId, (newest?.version ?? 0) + 1, draft.content)
    },
    next: async (regionCode, formId) => {
      const draft = await readFormDraft(db, regionCode, formId)
      if (draft === undefined) return null
      const [newest] = await db.query<{ data: FormDefinition }>(NEWEST, [formId])
      const form = formOfContent(formId, (newest?.data.version ?? 0) + 1, draft.content)
      const isNew = newest === undefined || !isSameForm(newest.data, form)
      return { formId, revision: draft.revision, form: isNew ? form : null }
    },
    reload: async () => await shelf.reload(),
  }
}

function isSameForm(a: FormDefinition, b: FormDefinition): boolean {
  return isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 })
}

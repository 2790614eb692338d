import { isDeepStrictEqual } from 'node:util'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { formOfContent } from './form-of-content.ts'
import { dropFormDraft, readFormDraft } from './form-draft-rows.ts'
import type { FormShelf } from './form-shelf.ts'

const PUBLISH = `
  insert into form_version (form_id, version, effective_on, data) values ($1, $2, $3, $4)
  on conflict (form_id, version) do nothing returning version`
const READ = `select data from form_version where form_id = $1 and version = $2`

export type FormPublishing = {
  /** As a guide would be published with it: the draft, else the newest version; null: there is none. */
  readonly find: (regionCode: number, formId: string) => Promise<FormDefinition | null>
  /**
   * The draft becomes the next version, in force with its guide; without a draft nothing happens. Sent again after a
   * crash it is one version. Throws when another version was published from the same one meanwhile.
   */
  readonly publish: (regionCode: number, formId: string, effectiveOn: LocalDate) => Promise<void>
}

/** What a guide's publication needs of forms. */
export function formPublishing(db: Database, shelf: FormShelf): FormPublishing {
  return {
    find: async (regionCode, formId) => {
      const draft = await readFormDraft(db, regionCode, formId)
      if (draft === undefined) return shelf.findNewest(formId) ?? null
      return formOfContent(formId, (draft.baseVersion ?? 0) + 1, draft.content)
    },
    publish: async (regionCode, formId, effectiveOn) => {
      const draft = await readFormDraft(db, regionCode, formId)
      if (draft === undefined) return
      const version = (draft.baseVersion ?? 0) + 1
      const form = formOfContent(formId, version, draft.content)
      const written = await db.query(PUBLISH, [formId, version, effectiveOn, JSON.stringify(form)])
      if (written.length === 0 && !(await isThere(db, form)))
        throw new Error(`Another version ${version} of form ${formId} was published meanwhile`)
      await dropFormDraft(db, regionCode, formId, draft.revision)
      await shelf.reload()
    },
  }
}

async function isThere(db: Database, form: FormDefinition): Promise<boolean> {
  const [row] = await db.query<{ data: FormDefinition }>(READ, [form.formId, form.version])
  return isDeepStrictEqual(row?.data, form)
}

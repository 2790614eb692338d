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
const NEWEST = `select data from form_version where form_id = $1 order by version desc limit 1`
/** Others may publish the same form at the same moment; each time one of them is through. */
const TRIES = 5

export type FormPublishing = {
  /** As a guide would be published with it: the draft, else the newest version; null: there is none. */
  readonly find: (regionCode: number, formId: string) => Promise<FormDefinition | null>
  /**
   * The draft becomes the next version, in force with its guide. Without a draft, or with one that changes nothing,
   * nothing happens: sent again after a crash it is one version.
   */
  readonly publish: (regionCode: number, formId: string, effectiveOn: LocalDate) => Promise<void>
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
    publish: async (regionCode, formId, effectiveOn) => {
      const draft = await readFormDraft(db, regionCode, formId)
      if (draft === undefined) return
      await publishNext(db, formOfContent(formId, 1, draft.content), effectiveOn)
      await dropFormDraft(db, regionCode, formId, draft.revision)
      await shelf.reload()
    },
  }
}

async function publishNext(
  db: Database,
  draft: FormDefinition,
  effectiveOn: LocalDate,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [newest] = await db.query<{ data: FormDefinition }>(NEWEST, [draft.formId])
    if (newest !== undefined && isSameForm(newest.data, draft)) return
    const form = { ...draft, version: (newest?.data.version ?? 0) + 1 }
    const values = [form.formId, form.version, effectiveOn, JSON.stringify(form)]
    if ((await db.query(PUBLISH, values)).length > 0) return
  }
  throw new Error(`Form ${draft.formId} could not be published: others published it each time`)
}

function isSameForm(a: FormDefinition, b: FormDefinition): boolean {
  return isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 })
}

import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/forms.ts'
import { formFaults, unknownElements } from '../../domain/form/form-faults.ts'
import type { Database } from '../database/connect.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import {
  type FormDraftRow,
  listFormDrafts,
  readFormDraft,
  type SavedDraft,
  writeFormDraft,
} from './form-draft-rows.ts'
import { contentOf, formOfContent } from './form-of-content.ts'
import { editingFor, itemsWith, mayReadDraft } from './form-owners.ts'
import type { FormContext } from './form-routes.ts'

const NO_FORM = refuse('form-not-found', '没有这张表单，请从表单清单中选择。')

/** The department's editor writes a form; it is published with the guide that asks with it. */
export function formDraftRoutes(
  http: FastifyInstance,
  context: HttpContext,
  { db, reference, shelf }: FormContext,
): void {
  const standing = (formId: string, { revision, baseVersion, content }: FormDraftRow) => ({
    formId,
    revision,
    baseVersion,
    faults: [
      ...formFaults(formOfContent(formId, (baseVersion ?? 0) + 1, content), {
        elements: shelf.elements(),
      }),
    ],
  })

  registerOperation(http, context, contract.listForms, async ({ session }) => {
    const drafts = new Map(
      (await listFormDrafts(db, session.regionCode))
        .filter((draft) => mayReadDraft(session.actor, draft))
        .map((draft) => [draft.formId, draft]),
    )
    const published = shelf.newest().map(({ formId, title, version, schema }) => ({
      formId,
      title,
      newestVersion: version,
      fields: Object.keys(schema.properties).length,
      itemIds: [...itemsWith(reference, formId)],
      draftRevision: drafts.get(formId)?.revision ?? null,
    }))
    const begun = [...drafts.values()]
      .filter(({ formId }) => shelf.findNewest(formId) === undefined)
      .map(({ formId, title, revision, fields }) => ({
        formId,
        title,
        newestVersion: null,
        fields,
        itemIds: [],
        draftRevision: revision,
      }))
    return { ok: true, value: { forms: [...published, ...begun] } }
  })

  registerOperation(http, context, contract.getFormDraft, async ({ params, session }) => {
    const { formId } = params
    const draft = await readFormDraft(db, session.regionCode, formId)
    const newest = shelf.findNewest(formId)
    if (draft !== undefined && !mayReadDraft(session.actor, draft))
      return { ok: false, violation: { code: 'not-your-department' } }
    if (draft !== undefined)
      return { ok: true, value: { ...standing(formId, draft), form: draft.content } }
    if (newest === undefined) return NO_FORM
    return {
      ok: true,
      value: {
        formId,
        revision: 0,
        baseVersion: newest.version,
        form: contentOf(newest),
        faults: [],
      },
    }
  })

  registerOperation(http, context, contract.saveFormDraft, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const { formId } = params
    const { commandId, expectedRevision, form } = body
    const before = await readFormDraft(db, regionCode, formId)
    const organisationId = editingFor(reference, formId, actor, before?.organisationId)
    if (organisationId === null) return { ok: false, violation: { code: 'not-your-department' } }
    if (before?.commandId === commandId) return { ok: true, value: standing(formId, before) }
    const unknown = unknownElements(formOfContent(formId, 1, form), shelf.elements())
    if (unknown.length > 0) return refuseUnknown(unknown)
    const now = await savedOrThere(db, {
      regionCode,
      formId,
      organisationId,
      expectedRevision,
      baseVersion: shelf.findNewest(formId)?.version ?? null,
      commandId,
      by: actor,
      at: context.clock(regionCode),
      content: form,
    })
    return now?.commandId === commandId
      ? { ok: true, value: standing(formId, now) }
      : { ok: false, violation: { code: 'changed-meanwhile', version: now?.revision ?? 0 } }
  })
}

/** The draft as it is now: with this command's content, or with what somebody else saved first. */
async function savedOrThere(db: Database, draft: SavedDraft): Promise<FormDraftRow | undefined> {
  const saved = await writeFormDraft(db, draft)
  return saved ?? (await readFormDraft(db, draft.regionCode, draft.formId))
}

function refuseUnknown(elements: readonly string[]) {
  return refuse(
    'unknown-element',
    `数据元目录中没有 ${elements.join('、')}，请从目录中选择，或者先请管理员补充目录。`,
    {
      fields: elements.map((element) => ({
        field: `form.schema.properties.${element}`,
        message: '数据元目录中没有这一项',
      })),
    },
  )
}

import type { CatalogueDraft } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { changeDraft } from '../../../domain/catalogue/draft/change-draft.ts'
import { effectiveDayViolation } from '../../../domain/catalogue/draft/effective-day.ts'
import { lintGuide } from '../../../domain/catalogue/linter/lint-guide.ts'
import { nextVersion } from '../../../domain/catalogue/versions/in-force.ts'
import { spacedDate } from '../../../domain/catalogue/versions/status-words.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import { errorCode } from '../../database/database-errors.ts'
import { loadReferenceSource } from '../../database/reference-data.ts'
import { recordAccess } from '../../http/access-audit.ts'
import { type AnyViolation, refuse } from '../../http/refusal.ts'
import type { CatalogueContext, FormToPublish } from '../catalogue-context.ts'
import { guideOfDraft, itemOfDraft } from './draft-as-version.ts'
import { codesTakenOn } from '../draft/item-faults.ts'
import { FORM_MOVED, findDraft, storePublication } from '../draft/draft-store.ts'

export type Publishing = {
  readonly regionCode: number
  readonly by: Actor
  readonly commandId: string
  readonly expectedVersion: number
  readonly effectiveOn: LocalDate
}

type Published =
  | { readonly ok: true; readonly draft: CatalogueDraft }
  | { readonly ok: false; readonly violation: AnyViolation }

const UNIQUE_VIOLATION = '23505'

/**
 * Confirmed by both, on a working day, without an error of the linter and with a trial on every path: then the draft is the
 * next version, from 00:00 of that day. What was received before keeps the version it was received under.
 */
export async function publishStoredDraft(
  context: CatalogueContext,
  draft: CatalogueDraft,
  { regionCode, by, commandId, expectedVersion, effectiveOn }: Publishing,
): Promise<Published> {
  const { db, reference } = context
  const at = context.clock(regionCode)
  const itemInForce = reference.findItem(draft.itemId) ?? null
  const version = numberOf(context, draft)
  const change = { type: 'publish', version, effectiveOn } as const
  const outcome = changeDraft(draft, change, { by, at, itemInForce })
  if (!outcome.ok) return refuse(outcome.violation.code, outcome.violation.sentence)
  if (draft.version !== expectedVersion)
    return { ok: false, violation: { code: 'changed-meanwhile', version: draft.version } }
  const wrongDay = effectiveDayViolation(effectiveOn, localDateOf(at), reference.calendar)
  if (wrongDay !== null) return refuse(wrongDay.violation.code, wrongDay.violation.sentence)
  // Before the trial: saved meanwhile, it is not the form that was tried.
  const taken = takenOn(context, draft, effectiveOn)
  if (taken !== null) return taken
  const form = await formWith(context, regionCode, draft)
  const blocked = await faultsOf(context, regionCode, draft, effectiveOn)
  if (blocked !== null) return blocked

  const item = itemOfDraft(reference, draft)
  try {
    const stored = await storePublication(
      db,
      regionCode,
      expectedVersion,
      outcome.draft,
      {
        commandId,
        by,
        at,
        action: 'published',
        detail: { text: `第 ${version} 版，自 ${spacedDate(effectiveOn)}零时起生效` },
      },
      {
        itemId: draft.itemId,
        kind: draft.content.kind,
        version,
        effectiveOn,
        document: draft.document,
        reason: draft.reason,
        first: { ...item, status: 'draft' },
      },
      guideOfDraft(reference, draft, effectiveOn) ?? item,
      form,
    )
    if (!stored) return await movedMeanwhile(context, regionCode, draft)
  } catch (error) {
    if (errorCode(error) === FORM_MOVED)
      return refuse(
        'changed-meanwhile',
        '申请表刚被他人保存，与试办时不同，没有发布。请核对申请表后再发布。',
        { version: draft.version },
      )
    // Another server published the same number: what it published is loaded, and the person looks again.
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error
    await reloadAll(context, form)
    return await movedMeanwhile(context, regionCode, draft)
  }
  await reloadAll(context, form)
  await recordAccess(db, regionCode, {
    action: 'catalogue-published',
    actor: by,
    subjectId: draft.draftId,
    detail: { itemId: draft.itemId, kind: draft.content.kind, version, effectiveOn },
  })
  return { ok: true, draft: outcome.draft }
}

/** A guide that asks with a form is published with that form's draft, both or neither. */
async function formWith(
  { forms }: CatalogueContext,
  regionCode: number,
  { content }: CatalogueDraft,
): Promise<FormToPublish | null> {
  const formId = content.kind === 'guide' ? content.guide.formId : null
  return formId === null ? null : await forms.next(regionCode, formId)
}

async function reloadAll(
  { db, reference, forms }: CatalogueContext,
  form: FormToPublish | null,
): Promise<void> {
  if (form !== null) await forms.reload()
  reference.use(await loadReferenceSource(db))
}

/** The first version of a new item says that it is not in the list yet; what is published is the second. */
function numberOf(context: CatalogueContext, { itemId, content }: CatalogueDraft): number {
  const { reference } = context
  return content.kind === 'guide'
    ? nextVersion(reference.guideVersions(itemId))
    : Math.max(nextVersion(reference.itemVersions(itemId)), 2)
}

function takenOn(
  context: CatalogueContext,
  { itemId, content }: CatalogueDraft,
  effectiveOn: LocalDate,
): { readonly ok: false; readonly violation: AnyViolation } | null {
  if (content.kind !== 'item') return null
  const taken = codesTakenOn(context, itemId, content.item, effectiveOn)
  if (taken.length === 0) return null
  return refuse(
    'invalid-input',
    `${taken.map(({ message }) => message).join('；')}。让出编码的事项应当先发布，并且不晚于本事项施行。`,
    { fields: taken.map(({ field, message }) => ({ field: `item.${field}`, message })) },
  )
}

/** Linter first: it names the place; then the trial, which takes seconds. */
async function faultsOf(
  context: CatalogueContext,
  regionCode: number,
  draft: CatalogueDraft,
  effectiveOn: LocalDate,
): Promise<{ readonly ok: false; readonly violation: AnyViolation } | null> {
  const checked = await lintDraft(context, regionCode, draft)
  const errors = checked.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    return refuse(
      'linter-errors',
      `指南有 ${errors.length} 处不符合规定，改正后才能发布：${errors.map(({ sentence }) => sentence).join('；')}`,
      { fields: errors.map(({ part, sentence }) => ({ field: part, message: sentence })) },
    )
  const problems = await tryDraftGuide(context, regionCode, draft, effectiveOn)
  if (problems.length > 0)
    return refuse(
      'test-application-failed',
      `试办没有通过，不能发布：${problems.map(({ path, problem }) => `${path}：${problem}`).join('；')}`,
      { fields: problems.map(({ path, problem }) => ({ field: path, message: problem })) },
    )
  return null
}

/** A draft of an item has no guide to hold against the law. */
export async function lintDraft(
  context: CatalogueContext,
  regionCode: number,
  draft: CatalogueDraft,
) {
  const today = localDateOf(context.clock(regionCode))
  const guide = guideOfDraft(context.reference, draft, today)
  if (guide === undefined) return []
  const form = guide.formId === null ? null : await context.forms.find(regionCode, guide.formId)
  return lintGuide(guide, itemOfDraft(context.reference, draft), { form, today })
}

export async function tryDraftGuide(
  context: CatalogueContext,
  regionCode: number,
  draft: CatalogueDraft,
  effectiveOn: LocalDate,
) {
  const guide = guideOfDraft(context.reference, draft, effectiveOn)
  if (guide === undefined) return []
  const form = guide.formId === null ? null : await context.forms.find(regionCode, guide.formId)
  if (context.tryGuide === null)
    return [{ path: '全部情形', problem: '本服务器没有试办环境，不能发布指南，请联系系统管理员' }]
  return await context.tryGuide(itemOfDraft(context.reference, draft), guide, form)
}

async function movedMeanwhile(
  { db }: CatalogueContext,
  regionCode: number,
  { draftId, version }: CatalogueDraft,
): Promise<{ readonly ok: false; readonly violation: AnyViolation }> {
  const now = await findDraft(db, regionCode, draftId)
  return {
    ok: false,
    violation: { code: 'changed-meanwhile', version: now?.version ?? version },
  }
}

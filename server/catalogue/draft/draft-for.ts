import type { CatalogueDraft } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import { refuse } from '../../http/refusal.ts'
import type { Session } from '../../http/session.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { findDraft } from './draft-store.ts'

type Refused = ReturnType<typeof refuse>

/** Drafts are read in the department that writes them, at the Bureau that confirms them, and by supervision. */
export function mayReadDraft(by: Actor, draft: Pick<CatalogueDraft, 'departmentId'>): boolean {
  if (by.role === 'catalogue-confirmer' || by.role === 'supervisor') return true
  return by.organisationId === draft.departmentId
}

export async function draftFor(
  { db }: Pick<CatalogueContext, 'db'>,
  { regionCode, actor }: Session,
  draftId: string,
): Promise<CatalogueDraft | Refused> {
  const draft = await findDraft(db, regionCode, draftId)
  if (draft === undefined) return refuse('not-found', '没有这份草稿，请从事项管理列表中打开。')
  return mayReadDraft(actor, draft)
    ? draft
    : refuse('not-your-department', '这份草稿属于其他部门，不能查看。')
}

export function isAnswer(found: CatalogueDraft | Refused): found is Refused {
  return 'ok' in found
}

import type { Actor } from '../../shared/actor.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { CatalogueDraft, ConfirmingSide, DraftPerson } from './catalogue-draft.ts'
import { type DraftViolation, violation } from './draft-violations.ts'

type Refused = { readonly ok: false; readonly violation: DraftViolation }

/** A department writes about its own items and nobody else's. */
export function mayWrite(by: Actor, departmentId: OrganisationId): Refused | null {
  if (by.role !== 'catalogue-editor') return violation('not-permitted')
  return by.organisationId === departmentId ? null : violation('not-your-department')
}

/**
 * The side for which somebody may confirm: the department's decider or head, the Bureau's confirmer. Whoever wrote in the
 * draft stands on neither side, under whatever account.
 */
export function sideOf(
  by: Actor,
  draft: Pick<CatalogueDraft, 'departmentId' | 'editors'>,
): { readonly ok: true; readonly side: ConfirmingSide } | Refused {
  if (draft.editors.some((editor) => isSamePerson(editor, personOf(by))))
    return violation('editor-may-not-confirm')
  if (by.role === 'catalogue-editor') return violation('editor-may-not-confirm')
  if (by.role === 'catalogue-confirmer') return { ok: true, side: 'bureau' }
  if (by.role !== 'decider' && by.role !== 'department-head') return violation('not-permitted')
  return by.organisationId === draft.departmentId
    ? { ok: true, side: 'department' }
    : violation('not-your-department')
}

export function mayPublish(by: Actor, departmentId: OrganisationId): Refused | null {
  return by.role === 'catalogue-confirmer' ? null : mayWrite(by, departmentId)
}

export function personOf({
  accountId,
  name,
  organisationId = null,
}: Actor | DraftPerson): DraftPerson {
  return { accountId, name, organisationId }
}

/** Staff have no number of their own here: two accounts of one name in one organisation are taken for one person. */
export function isSamePerson(a: DraftPerson, b: DraftPerson): boolean {
  if (a.accountId === b.accountId) return true
  return a.organisationId !== null && a.organisationId === b.organisationId && a.name === b.name
}

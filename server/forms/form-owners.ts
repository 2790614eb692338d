import type { Actor } from '../../domain/shared/actor.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'

const EVER = '9999-12-31' as LocalDate

/** Items whose newest guide asks with the form. */
export function itemsWith(reference: ReferenceData, formId: string): readonly string[] {
  return reference.items
    .filter(({ itemId }) => reference.findGuideInForce(itemId, EVER)?.formId === formId)
    .map(({ itemId }) => itemId)
}

/** The department for which somebody edits a form: its own items', or one that it has begun itself; null: none. */
export function editingFor(
  reference: ReferenceData,
  formId: string,
  { organisationId }: Actor,
  draftOf: string | undefined,
): string | null {
  if (organisationId === undefined) return null
  const isOwn = draftOf === organisationId
  return isOwn || (draftOf === undefined && isOpenTo(reference, formId, organisationId))
    ? organisationId
    : null
}

/** As a guide's draft: read in the department that writes it, and at the Bureau that confirms. */
export function mayReadDraft(by: Actor, draft: { readonly organisationId: string }): boolean {
  return by.role === 'catalogue-confirmer' || by.organisationId === draft.organisationId
}

function isOpenTo(reference: ReferenceData, formId: string, organisationId: string): boolean {
  const items = itemsWith(reference, formId)
  return (
    items.length === 0 ||
    items.some((itemId) => reference.getItem(itemId).departmentId === organisationId)
  )
}

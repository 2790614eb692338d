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

/** A department edits the forms of its own items, and those it has begun itself. */
export function mayEditForm(
  reference: ReferenceData,
  formId: string,
  { organisationId }: Actor,
  draftOf: string | undefined,
): boolean {
  if (organisationId === undefined) return false
  if (draftOf !== undefined) return draftOf === organisationId
  const items = itemsWith(reference, formId)
  return (
    items.length === 0 ||
    items.some((itemId) => reference.getItem(itemId).departmentId === organisationId)
  )
}

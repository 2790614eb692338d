import { draftChanges, type DraftChange } from '../../domain/drafts/draft-changes.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { DraftContext } from './draft-context.ts'
import type { DraftRow } from './draft-row.ts'

export type InForce = {
  readonly item: ServiceItem
  readonly guide: ServiceGuide | null
  readonly form: FormDefinition | null
}

/** The item, guide and form as they are now; undefined: no such item. */
export function inForceNow(
  { reference, forms, clock, regionCode }: DraftContext,
  itemId: string,
): InForce | undefined {
  const item = reference.findItem(itemId)
  if (item === undefined) return undefined
  const guide = reference.findGuideInForce(itemId, localDateOf(clock(regionCode))) ?? null
  const formId = guide?.formId ?? null
  const form = formId === null ? null : (forms.findInForce(formId) ?? null)
  return { item, guide, form }
}

/** What a draft of this item is begun under. */
export function versionsOf({ guide, form }: InForce) {
  return {
    guideVersion: guide?.version ?? 0,
    formId: form?.formId ?? null,
    formVersion: form?.version ?? null,
  }
}

/** What moved since the draft was begun or last seen. */
export function changesOf(context: DraftContext, draft: DraftRow, now: InForce): DraftChange[] {
  const { formId, formVersion, guideVersion } = draft
  const form =
    formId === null || formVersion === null
      ? null
      : (context.forms.findVersion(formId, formVersion) ?? null)
  return draftChanges(
    draft.content,
    { guideVersion, form, formVersion },
    { item: now.item, guideVersion: now.guide?.version ?? null, form: now.form },
  )
}

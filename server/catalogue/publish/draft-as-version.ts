import type { CatalogueDraft } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { withItemText } from '../../../domain/catalogue/draft/item-rules.ts'
import type { ServiceGuide } from '../../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../../domain/catalogue/service-item.ts'
import { nextVersion } from '../../../domain/catalogue/versions/in-force.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { ReferenceData } from '../../database/reference-data.ts'

/** The item the draft is about, as it would be: of a guide's draft, as it is. */
export function itemOfDraft(
  reference: ReferenceData,
  { itemId, content }: CatalogueDraft,
): ServiceItem {
  const newest = reference.itemVersions(itemId).at(-1)?.item
  if (content.kind === 'guide') {
    if (newest === undefined) throw new Error(`A guide's draft of no item: ${itemId}`)
    return newest
  }
  return withItemText(newest ?? { itemId, levelMark: null }, content.item)
}

/** The guide that the draft would be from that day on; undefined for a draft of an item. */
export function guideOfDraft(
  reference: ReferenceData,
  { itemId, content }: CatalogueDraft,
  effectiveOn: LocalDate,
): ServiceGuide | undefined {
  if (content.kind === 'item') return undefined
  return {
    ...content.guide,
    itemId,
    version: nextVersion(reference.guideVersions(itemId)),
    effectiveOn,
    confirmation: 'confirmed',
  }
}

import { baselineGuide } from './baseline-guide.ts'
import { withOpenCitations } from './linter/law-citations.ts'
import type { RequiredMaterial, ServiceGuide } from './service-guide.ts'
import type { ItemWords, ServiceItem } from './service-item.ts'

export const NO_WORDS: ItemWords = {
  synonyms: [],
  audience: ['person', 'enterprise'],
  topics: [],
  lifeEvents: [],
  nameEn: '',
}

/** An item as stored by any release, with what earlier ones did not know. */
export function upcastItem(
  stored: Partial<ServiceItem> & Pick<ServiceItem, 'itemId'>,
): ServiceItem {
  return {
    catalogCode: null,
    taskCode: null,
    sichuanCodes: [],
    words: NO_WORDS,
    ...stored,
  } as ServiceItem
}

/** A guide as stored by any release: what earlier ones did not know says nothing, and asks nothing. */
export function upcastGuide(
  stored: Partial<ServiceGuide> & Pick<ServiceGuide, 'itemId'>,
  item: ServiceItem,
): ServiceGuide {
  const silent = { ...baselineGuide(item), unconfirmed: [], scope: '' }
  const [plain] = silent.materials
  return withOpenCitations({
    ...silent,
    ...stored,
    materials: (stored.materials ?? silent.materials).map(
      (material) => ({ ...plain, ...material }) as RequiredMaterial,
    ),
  })
}

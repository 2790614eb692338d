import type { z } from 'zod'
import type { BundleRow } from '../../../../contract/bundles.ts'
import type { ItemToFind } from '../../../../domain/catalogue/search/searchable-item.ts'

export type BundleToFind = ItemToFind & { readonly bundleId: string }

/** A whole thing among the items: found by its title, its initials, and the names of what it holds. */
export function bundleToFind({
  bundleId,
  title,
  titleEn,
  pinyin,
  items,
}: z.output<typeof BundleRow>): BundleToFind {
  return {
    bundleId,
    itemId: bundleId,
    annexNumber: null,
    name: title,
    nameEn: titleEn,
    pinyinInitials: pinyin
      .split(' ')
      .map((syllable) => syllable.slice(0, 1))
      .join(''),
    pinyin: [pinyin],
    synonyms: items.map(({ name }) => name),
    departmentName: `${items.length} 项一次办`,
    topics: [],
    lifeEvents: [],
  }
}

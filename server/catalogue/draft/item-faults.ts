import type { ItemText } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import {
  type CodeFault,
  codeFaults,
  type ItemCodes,
  takenCodes,
} from '../../../domain/catalogue/item-codes.ts'
import type { CatalogueContext } from '../catalogue-context.ts'

/** Codes that repeat or stand on another item, headings that nobody can browse by. `beside`: items written at the same time. */
export function itemFaults(
  { reference, headings }: CatalogueContext,
  itemId: string,
  item: ItemText,
  beside: readonly (ItemCodes & { readonly name: string })[] = [],
): CodeFault[] {
  const others = reference.items.filter((other) => other.itemId !== itemId)
  const unknown = (name: 'topics' | 'lifeEvents', what: string) =>
    item.words[name]
      .filter((id) => !headings[name].some((heading) => heading.id === id))
      .map((id) => ({ field: `words.${name}`, message: `没有“${id}”这个${what}` }))
  return [
    ...codeFaults(item),
    ...takenCodes(item, [...others, ...beside]),
    ...unknown('topics', '主题'),
    ...unknown('lifeEvents', '人生事件'),
  ]
}

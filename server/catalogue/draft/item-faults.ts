import type { ItemText } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import {
  type CodeFault,
  codeFaults,
  type ItemCodes,
  takenCodes,
} from '../../../domain/catalogue/item-codes.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { CatalogueContext } from '../catalogue-context.ts'

/** Items written at the same time: what they say holds instead of what is in force. */
export type ItemsBeside = {
  readonly replaced: ReadonlySet<string>
  readonly items: readonly (ItemCodes & { readonly name: string })[]
}
const NOTHING_BESIDE: ItemsBeside = { replaced: new Set(), items: [] }

/** Codes that repeat or stand on another item, headings that nobody can browse by. */
export function itemFaults(
  { reference, headings }: CatalogueContext,
  itemId: string,
  item: ItemText,
  beside = NOTHING_BESIDE,
): CodeFault[] {
  const others = reference.items.filter(
    (other) => other.itemId !== itemId && !beside.replaced.has(other.itemId),
  )
  const unknown = (name: 'topics' | 'lifeEvents', what: string) =>
    item.words[name]
      .filter((id) => !headings[name].some((heading) => heading.id === id))
      .map((id) => ({ field: `words.${name}`, message: `没有“${id}”这个${what}` }))
  return [
    ...codeFaults(item),
    ...takenCodes(item, [...others, ...beside.items]),
    ...unknown('topics', '主题'),
    ...unknown('lifeEvents', '人生事件'),
  ]
}

/** On its day the draft's codes must be its own: another item that gives one up is published first, for that day or before. */
export function codesTakenOn(
  { reference }: CatalogueContext,
  itemId: string,
  item: ItemText,
  day: LocalDate,
): CodeFault[] {
  const others = reference.items
    .filter((other) => other.itemId !== itemId)
    .map((other) => reference.findItemInForce(other.itemId, day) ?? other)
  return takenCodes(item, others)
}

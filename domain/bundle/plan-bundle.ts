import type { Situation } from '../catalogue/situation.ts'

/** What of a bundle is planned; its items by ids, the domain's or those of the wire. */
export type PlannedBundle<ItemId extends string> = {
  readonly itemIds: readonly ItemId[]
  readonly needs: readonly { readonly item: ItemId; readonly of: ItemId }[]
  readonly questions: readonly {
    readonly id: string
    readonly options: readonly {
      readonly value: string
      readonly answers: readonly {
        readonly item: ItemId
        readonly question: string
        readonly option: string
      }[]
      readonly without: readonly ItemId[]
    }[]
  }[]
}

export type BundlePlan<ItemId extends string> = {
  /** What is left of the bundle with these choices, in its order. */
  readonly itemIds: readonly ItemId[]
  /** What the choices answer of each item's own questions. */
  readonly situations: Readonly<Record<string, Situation>>
  readonly needs: PlannedBundle<ItemId>['needs']
  /** Questions without an answer, or with one that is not offered. */
  readonly open: readonly string[]
}

/** What the bundle's own questions decide: which items, and what of their guides' questions is answered already. */
export function planBundle<ItemId extends string>(
  bundle: PlannedBundle<ItemId>,
  choices: Situation,
): BundlePlan<ItemId> {
  const chosen = bundle.questions.map((question) => ({
    question,
    option: question.options.find(({ value }) => value === choices[question.id]),
  }))
  const without = chosen.flatMap(({ option }) => option?.without ?? [])
  const itemIds = bundle.itemIds.filter((itemId) => !without.includes(itemId))
  const situations: Record<string, Record<string, string>> = {}
  for (const { item, question, option } of chosen.flatMap(({ option: one }) => one?.answers ?? []))
    if (itemIds.includes(item)) situations[item] = { ...situations[item], [question]: option }
  return {
    itemIds,
    situations,
    needs: bundle.needs.filter(({ item, of }) => itemIds.includes(item) && itemIds.includes(of)),
    open: chosen.flatMap(({ question, option }) => (option === undefined ? [question.id] : [])),
  }
}

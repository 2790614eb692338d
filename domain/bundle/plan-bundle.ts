import type { Bundle } from '../catalogue/bundle.ts'
import type { Situation } from '../catalogue/situation.ts'
import type { ServiceItemId } from '../shared/ids.ts'

export type BundlePlan = {
  /** What is left of the bundle with these choices, in its order. */
  readonly itemIds: readonly ServiceItemId[]
  /** What the choices answer of each item's own questions. */
  readonly situations: Readonly<Record<string, Situation>>
  readonly needs: Bundle['needs']
  /** Questions without an answer, or with one that is not offered. */
  readonly open: readonly string[]
}

/** What the bundle's own questions decide: which items, and what of their guides' questions is answered already. */
export function planBundle(
  bundle: Pick<Bundle, 'itemIds' | 'needs' | 'questions'>,
  choices: Situation,
): BundlePlan {
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

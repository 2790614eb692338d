import { LISTED, LISTED_OF_IDS, MOST_LOOKED } from './listed-columns.ts'
import { nameMatch } from './match.ts'
import { BY_DUE, type ListOrder } from './list-order.ts'
import type { SearchTerm } from './search-term.ts'

/** One way to find rows of a phase in its order: what is open, or what is closed. */
export type SearchPart = { readonly text: string; readonly values: readonly unknown[] }
type Phase = { readonly order: ListOrder; readonly limit: number }

// Beyond so many items a walk finds a page sooner than a descent for each.
const MOST_DESCENTS = 25
const MOST_FETCHED = 5_000

/** The parts that together find every row of the phase that matches, each with bounded work. $1 region, $2 and $3 the cursor. */
export function searchParts(term: SearchTerm, isSelective: boolean, phase: Phase): SearchPart[] {
  const { text, pairs, initials, itemIds, tail } = term
  const manyItems = itemIds.length > MOST_DESCENTS
  const parts: SearchPart[] = []
  if (tail !== '') parts.push({ text: byTail(phase), values: [tail.slice(-4), `%${tail}`] })
  if (isSelective) parts.push({ text: byPairs(phase), values: [text, initials, pairs] })
  if (itemIds.length > 0 && !manyItems) parts.push({ text: byItems(phase), values: [itemIds] })
  if (!isSelective) {
    const matches = manyItems ? `${nameMatch(4)} or item_id = any($6::text[])` : nameMatch(4)
    parts.push({
      text: byWalk(phase, matches),
      values: manyItems ? [text, initials, itemIds] : [text, initials],
    })
  } else if (manyItems) {
    parts.push({ text: byWalk(phase, 'item_id = any($4::text[])'), values: [itemIds] })
  }
  return parts
}

/** By a whole identity: one person's applications are few, those of the busiest agency are cut. */
export function byIdentity({ order, limit }: Phase): string {
  return fetched(`applicant_identity = any($4::text[]) and ${stageOf(order)}`, order, limit)
}

function byTail({ order, limit }: Phase): string {
  return `select ${LISTED}, ${order.key}::text as at, true as matched, false as edge from application a
    where region_code = $1 and right(number, 4) = $4 and number like $5 and ${stageOf(order)} and ${order.after}
    order by ${order.orderBy} limit ${limit}`
}

function byPairs({ order, limit }: Phase): string {
  return fetched(
    `(pairs @> $6::text[] or pairs @> $5::text[]) and (${nameMatch(4)}) and ${stageOf(order)}`,
    order,
    limit,
  )
}

function byItems({ order, limit }: Phase): string {
  return `select ${LISTED}, l.at::text as at, true as matched, false as edge
    from (select f.application_id, f.at from unnest($4::text[]) i (item_id) cross join lateral (
        select application_id, ${order.key} as at from application
         where region_code = $1 and application.item_id = i.item_id and ${stageOf(order)} and ${order.after}
         order by ${order.orderBy} limit ${limit}) f
      order by ${inOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

/** In the order of the answer, a bounded number of rows: those that match, and the last one that was looked at. */
function byWalk({ order, limit }: Phase, matches: string): string {
  return `select ${LISTED}, l.at::text as at, l.matched, l.place = ${MOST_LOOKED} as edge
    from (select * from (select *, row_number() over (order by ${inOrder(order)}) as place from (
        select application_id, ${order.key} as at, (${matches}) as matched from application
         where region_code = $1 and ${stageOf(order)} and ${order.after} order by ${order.orderBy} limit ${MOST_LOOKED}) looked) placed
      where matched or place = ${MOST_LOOKED} order by ${inOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

/** All that an index finds, then the first of them in order. */
function fetched(condition: string, order: ListOrder, limit: number): string {
  return `with found as materialized (select application_id, ${order.key} as at from application
      where region_code = $1 and ${condition} and ${order.after} limit ${MOST_FETCHED})
    select ${LISTED}, l.at::text as at, true as matched, false as edge, (select count(*) from found) = ${MOST_FETCHED} as full
      from (select * from found order by ${inOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

function inOrder(order: ListOrder): string {
  return order === BY_DUE ? 'at, application_id' : 'at desc, application_id desc'
}

function stageOf(order: ListOrder): string {
  return order === BY_DUE ? `stage <> 'closed'` : `stage = 'closed'`
}

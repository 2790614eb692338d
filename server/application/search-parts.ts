import { LISTED, LISTED_OF_IDS } from './listed-columns.ts'
import type { ListOrder } from './list-order.ts'
import { keyOrder, searchedWalk } from './list-walk.ts'
import { anyOf, itemMatch, nameMatch, tailMatch } from './match.ts'
import type { SearchTerm } from './search-term.ts'

/** A statement whose first parameters are the region and the cursor's two; `values` follow. */
export type SearchPart = { readonly text: string; readonly values: readonly unknown[] }

/** What is searched: the rows of a list, or what is open, or what is closed, in their order. */
export type SearchScope = {
  readonly order: ListOrder
  readonly limit: number
  /** Disjoint; each has an index in the order. */
  readonly conditions: readonly string[]
  /** True where an index by item and by a number's tail has the same scope. */
  readonly isPhase: boolean
}

// Beyond so many items a walk finds a page sooner than a descent for each.
const MOST_DESCENTS = 25
const MOST_FETCHED = 5_000
const FIRST = 4

/**
 * The parts that together find every row of the scope that matches, each with bounded work: what is rare is fetched by an
 * index of its own, what is frequent (`rarePairs` null) is met on a walk in the order of the answer.
 */
export function searchParts(
  term: SearchTerm,
  rarePairs: readonly string[] | null,
  scope: SearchScope,
): SearchPart[] {
  const { tail, itemIds } = term
  const descends = scope.isPhase && itemIds.length <= MOST_DESCENTS
  const parts: SearchPart[] = []
  if (rarePairs !== null) parts.push(byPairs(term, rarePairs, scope))
  if (scope.isPhase && tail !== '')
    parts.push({ text: byTail(scope), values: [tail.slice(-4), `%${tail}`] })
  if (descends && itemIds.length > 0) parts.push({ text: byItems(scope), values: [itemIds] })
  const met = anyOf(
    [
      (first) => (descends ? null : itemMatch(term, first)),
      (first) => (scope.isPhase ? null : tailMatch(term, first)),
      (first) => (rarePairs === null ? nameMatch(term, first) : null),
    ],
    FIRST,
  )
  if (met !== null) {
    const { order, conditions, limit } = scope
    parts.push({ text: searchedWalk(order, conditions, met.text, limit), values: met.values })
  }
  return parts
}

/** By a whole identity: one person's applications are few, those of the busiest agency are cut. */
export function byIdentity(identities: readonly string[], scope: SearchScope): SearchPart {
  return { text: fetched('applicant_identity = any($4::text[])', scope), values: [identities] }
}

function byPairs(term: SearchTerm, rarePairs: readonly string[], scope: SearchScope): SearchPart {
  const match = nameMatch(term, FIRST)
  const pairs = `pairs @> $${FIRST + match.values.length}::text[]`
  const indexed = term.initials === null ? pairs : `(${pairs} or pairs @> $${FIRST + 1}::text[])`
  return {
    text: fetched(`${indexed} and (${match.text})`, scope),
    values: [...match.values, rarePairs],
  }
}

function byTail({ order, conditions, limit }: SearchScope): string {
  return `select ${LISTED}, ${order.key}::text as at, true as matched, false as edge from application a
    where region_code = $1 and right(number, 4) = $4 and number like $5 and ${anyCondition(conditions)} and ${order.after}
    order by ${order.orderBy} limit ${limit}`
}

function byItems({ order, conditions, limit }: SearchScope): string {
  return `select ${LISTED}, l.at::text as at, true as matched, false as edge
    from (select f.application_id, f.at from unnest($4::text[]) i (item_id) cross join lateral (
        select application_id, ${order.key} as at from application
         where region_code = $1 and application.item_id = i.item_id and ${anyCondition(conditions)} and ${order.after}
         order by ${order.orderBy} limit ${limit}) f
      order by ${keyOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

/** All that an index finds, then the first of them in order. */
function fetched(condition: string, { order, conditions, limit }: SearchScope): string {
  return `with found as materialized (select application_id, ${order.key} as at from application
      where region_code = $1 and ${condition} and ${anyCondition(conditions)} and ${order.after} limit ${MOST_FETCHED})
    select ${LISTED}, l.at::text as at, true as matched, false as edge, (select count(*) from found) = ${MOST_FETCHED} as full
      from (select * from found order by ${keyOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

function anyCondition(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(' or ')})`
}

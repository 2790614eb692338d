import { LISTED, LISTED_OF_IDS, MOST_LOOKED } from './listed-columns.ts'
import { BY_DUE, type ListOrder } from './list-order.ts'

/** Each condition's rows in order from the cursor on, and of them together the first ones; their key is `at`. */
export function walk(
  order: ListOrder,
  conditions: readonly string[],
  columns: string,
  limit: number,
): string {
  const walks = conditions.map(
    (condition) => `select ${columns}, ${order.key} as at from application
      where region_code = $1 and ${condition} and ${order.after} order by ${order.orderBy} limit ${limit}`,
  )
  return walks.length === 1
    ? walks.join('')
    : `select * from (${walks.map((one) => `(${one})`).join(' union all ')}) walked order by ${keyOrder(order)} limit ${limit}`
}

/** As many rows as are looked at: of them those that match, and the last one, where the next page goes on. */
export function searchedWalk(
  order: ListOrder,
  conditions: readonly string[],
  match: string,
  limit: number,
): string {
  const looked = walk(order, conditions, `application_id, (${match}) as matched`, MOST_LOOKED)
  return `select ${LISTED}, l.at::text as at, l.matched, l.place = ${MOST_LOOKED} as edge
    from (select * from (select *, row_number() over (order by ${keyOrder(order)}) as place from (${looked}) looked) placed
      where matched or place = ${MOST_LOOKED} order by ${keyOrder(order)} limit ${limit}) l ${LISTED_OF_IDS}`
}

/** The order in terms of `at`. */
export function keyOrder(order: ListOrder): string {
  return order === BY_DUE ? 'at, application_id' : 'at desc, application_id desc'
}

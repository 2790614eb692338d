import type { Row } from './worklist-row.ts'

/** Most rows that one statement looks through for those that match. */
export const MOST_LOOKED = 2_000
export const FULL_HINT = '符合的办件太多，没有全部列出：请再多输入几个字。'
export const CUT_HINT = `范围太大，每次只查看 ${MOST_LOOKED} 件：请再多输入几个字，或者翻到下一页接着查找。`

// The heaviest parts of a state, which no line of a list shows.
const UNSHOWN = `'{files,materials,opinions,hands,contacts,letter,certificate,cards,checks}'::text[]`

/** Columns of one line, of `application a`. */
export const LISTED = `a.application_id, a.number, a.version, a.status, a.item_id, a.department_id, a.due_on, a.due_kind, a.card, a.state - ${UNSHOWN} as state`

/** `listed` joined to the ids of `l`: few, so each is fetched by its key. */
export const LISTED_OF_IDS = `cross join lateral (select ${LISTED} from application a where a.region_code = $1 and a.application_id = l.application_id) a`

/** A row with its place in the order. */
export type FoundRow = Row & {
  readonly at: string
  readonly matched: boolean
  /** The search looked no further than here; the next page goes on behind it. */
  readonly edge: boolean
  /** More was found than can be put in order. */
  readonly full?: boolean
}

// A limit in the text lets the planner know that few rows are wanted: it then walks the index in order.
const PAGE_LIMITS = [21, 51, 101]

/** One row more than the page, so that the next page is known of. */
export function limitFor(size: number): number {
  return PAGE_LIMITS.find((limit) => limit > size) ?? 101
}

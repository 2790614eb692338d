/** An order that pages are read in: each page begins after the last row's key, whatever came in meanwhile. */
export type ListOrder = {
  readonly mark: string
  readonly key: string
  readonly orderBy: string
  /** True after the key whose values stand at $2 and $3. */
  readonly after: string
  readonly first: ListKey
}
export type ListKey = { readonly at: string; readonly applicationId: string }

const LOWEST_ID = '00000000-0000-0000-0000-000000000000'
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Most urgent first; what has no limit comes last. */
export const BY_DUE: ListOrder = {
  mark: 'o',
  key: `coalesce(due_on, 'infinity'::date)`,
  orderBy: `coalesce(due_on, 'infinity'::date), application_id`,
  after: `(coalesce(due_on, 'infinity'::date), application_id) > ($2::date, $3::uuid)`,
  first: { at: '-infinity', applicationId: LOWEST_ID },
}

/** The newest first. */
export const NEWEST_FIRST: ListOrder = {
  mark: 'c',
  key: 'received_on',
  orderBy: 'received_on desc, application_id desc',
  after: '(received_on, application_id) < ($2::date, $3::uuid)',
  first: { at: 'infinity', applicationId: HIGHEST_ID },
}

export function cursorAt({ mark }: ListOrder, { at, applicationId }: ListKey): string {
  return `${mark}~${at}~${applicationId}`
}

/** Where a cursor points to; what is none of ours begins at the beginning. */
export function placeOfCursor(
  cursor: string | undefined,
  orders: readonly ListOrder[],
): { readonly order: ListOrder; readonly after: ListKey } | undefined {
  const [, mark, at = '', applicationId = ''] =
    /^([oc])~(-?infinity|\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  const order = orders.find((known) => known.mark === mark)
  return order === undefined ? undefined : { order, after: { at, applicationId } }
}

import type { ExportFilters } from '../../contract/exports.ts'

/** Filters as the statement binds them; the department is the reader's own wherever the reader has one. */
export type ExportSelection = ExportFilters & { readonly regionCode: number }

const WHERE = `from application
  where region_code = $1
    and ($2::date is null or received_on >= $2) and ($3::date is null or received_on <= $3)
    and ($4::text is null or status = $4)
    and ($5::text is null or department_id = $5)
    and ($6::text is null or item_id = $6)`

/** In the order of receipt, which is the order of numbers, along their index: nothing is sorted. */
export const SELECT_EXPORT = `select number, item_id, department_id, received_on, due_on, card, state ${WHERE}
  order by number`

export const COUNT_EXPORT = `select count(*)::int as n from (select 1 ${WHERE} limit $7) capped`

export function bindingsOf(selection: ExportSelection): readonly unknown[] {
  const { regionCode, receivedFrom, receivedTo, status, departmentId, itemId } = selection
  return [
    regionCode,
    receivedFrom ?? null,
    receivedTo ?? null,
    status ?? null,
    departmentId ?? null,
    itemId ?? null,
  ]
}

import type { GuideText, ItemText } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { type Column, textOf, valueAt } from '../../../domain/catalogue/versions/column.ts'
import {
  named,
  type OrganisationNames,
} from '../../../domain/catalogue/versions/compare-versions.ts'
import { GUIDE_LISTS, type GuideList } from '../../../domain/catalogue/versions/guide-columns.ts'
import { type Sheet, SHEETS } from './sheets.ts'

/** A cell as it is written: numbers as numbers, everything else in words. */
export type CellValue = string | number | null

export type ExportedItem = {
  readonly itemId: string
  readonly item: ItemText | null
  readonly guide: GuideText | null
}

/** The rows of every sheet, item by item, without their headings. */
export function workbookRows(
  items: readonly ExportedItem[],
  names: OrganisationNames,
): ReadonlyMap<string, readonly (readonly CellValue[])[]> {
  return new Map(
    SHEETS.map((sheet) => [
      sheet.name,
      items.flatMap(({ itemId, item, guide }) =>
        recordsOf(sheet, item, guide).map((record) => [
          itemId,
          ...named(sheet.columns, names).map((column) => cellOf(column, record)),
        ]),
      ),
    ]),
  )
}

/** What the rows of a sheet are made of. */
function recordsOf({ part }: Sheet, item: ItemText | null, guide: GuideText | null): unknown[] {
  if (part === 'item') return item === null ? [] : [item]
  if (guide === null) return []
  switch (part) {
    case 'guide':
      return [guide]
    case 'sentences':
      return (Object.keys(GUIDE_LISTS) as GuideList[]).flatMap((list) =>
        guide[list].map((text) => ({ list, text })),
      )
    case 'options':
      return guide.questions.flatMap(({ id, options }) =>
        options.map((option) => ({ question: id, ...option })),
      )
    case 'materials':
    case 'questions':
    case 'feeLines':
    case 'discretion':
    case 'faq':
      return [...guide[part]]
  }
}

function cellOf(column: Column, record: unknown): CellValue {
  const value = valueAt(record, column.key)
  if (typeof value === 'number') return value
  const text = textOf(column, value)
  return text === '' ? null : text
}

import type { CatalogueFile } from '../../../contract/catalogue-exchange.ts'
import { itemTextOf } from '../../../domain/catalogue/draft/item-rules.ts'
import type { ReferenceData } from '../../database/reference-data.ts'
import { guideTextOf } from '../draft/new-draft.ts'
import type { CellValue, ExportedItem } from './workbook-rows.ts'
import { MOST_IN_A_CELL } from './write-workbook.ts'

/** The newest published version of each: what a department would write on. */
export function exportedItems(
  reference: ReferenceData,
  asked: { readonly itemId?: string | undefined; readonly departmentId?: string | undefined },
): readonly ExportedItem[] {
  return reference.items
    .filter(
      ({ itemId, departmentId }) =>
        (asked.itemId === undefined || asked.itemId === itemId) &&
        (asked.departmentId === undefined || asked.departmentId === departmentId),
    )
    .map(({ itemId }) => {
      const item = reference.itemVersions(itemId).at(-1)?.item
      const guide = reference.guideVersions(itemId).at(-1)
      return {
        itemId,
        item: item === undefined ? null : itemTextOf(item),
        guide: guide === undefined ? null : guideTextOf(guide),
      }
    })
}

export function catalogueFile(items: readonly ExportedItem[]): CatalogueFile {
  return {
    format: 'yichuang-catalogue',
    formatVersion: 1,
    items: items.map(({ itemId, item, guide }) => ({
      itemId,
      ...(item === null ? {} : { item: item as never }),
      ...(guide === null ? {} : { guide: guide as never }),
    })),
  }
}

/** The sheet that has a text longer than a cell holds: nothing is cut off silently. */
export function tooLongCell(
  rows: ReadonlyMap<string, readonly (readonly CellValue[])[]>,
): string | undefined {
  return [...rows].find(([, own]) =>
    own.some((row) => row.some((cell) => String(cell ?? '').length > MOST_IN_A_CELL)),
  )?.[0]
}

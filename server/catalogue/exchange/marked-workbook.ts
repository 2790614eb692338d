import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import type { OrganisationNames } from '../../../domain/catalogue/versions/compare-versions.ts'
import type { ReadCell, ReadSheet } from './sheet-reader.ts'
import { ITEM_ID, SHEETS } from './sheets.ts'
import type { CellValue } from './workbook-rows.ts'
import { writeWorkbook } from './write-workbook.ts'

/** What was sent, row by row where it stood, with the 错误 column filled. */
export async function markedWorkbook(
  sheets: readonly ReadSheet[],
  errors: readonly ImportError[],
  names: OrganisationNames,
): Promise<Buffer> {
  return await writeWorkbook({
    names,
    rows: new Map(sheets.map((sheet) => [sheet.name, rowsOf(sheet)])),
    errors: new Map(
      SHEETS.map(({ name }) => [name, sentencesOf(errors.filter(({ sheet }) => sheet === name))]),
    ),
  })
}

/** From the second row on, blank ones included, so that a row keeps its number. */
function rowsOf({ name, rows }: ReadSheet): CellValue[][] {
  const kind = SHEETS.find((sheet) => sheet.name === name)
  const headings = [...(rows.get(1) ?? [])]
  const places = [ITEM_ID, ...(kind?.columns ?? [])].map(
    ({ label }) => headings.find(([, { text }]) => text.trim() === label)?.[0],
  )
  const last = Math.max(1, ...rows.keys())
  return Array.from({ length: last - 1 }, (_, index) =>
    places.map((place) =>
      valueOf(place === undefined ? undefined : rows.get(index + 2)?.get(place)),
    ),
  )
}

function valueOf(cell: ReadCell | undefined): CellValue {
  return cell === undefined ? null : (cell.number ?? cell.text)
}

/** What is wrong with the headings is said in the first row of data: the heading's own row has no room for it. */
function sentencesOf(errors: readonly ImportError[]): ReadonlyMap<number, string> {
  const sentences = new Map<number, string>()
  for (const { row, place, message } of errors) {
    const at = Math.max(row ?? 2, 2)
    const before = sentences.get(at)
    sentences.set(at, `${before === undefined ? '' : `${before}；`}${place}：${message}`)
  }
  return sentences
}

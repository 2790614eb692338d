import type { LocalDate } from '../../domain/shared/ids.ts'
import { dayNumberOf } from '../../domain/shared/local-date.ts'
import type { Cell, ListColumn, ListHead, ListWriter, Push } from './list-writer.ts'
import { sheetHead, sheetTail, STYLE, workbookParts, xmlText } from './xlsx-parts.ts'
import { zipWriter } from './zip-writer.ts'

/** A sheet holds 1,048,576 rows; watermark and headings take two. */
export const MOST_ROWS_A_SHEET = 1_048_574
/** Sheets count days from 30 December 1899. */
const DAYS_BEFORE_1970 = 25_569
const HEADING_ROWS = 2

/**
 * A workbook written from front to back with every text in its cell: nothing is kept of a row, and what is more than
 * a sheet holds goes on in the next one.
 */
export function xlsxWriter(
  { columns, watermark }: ListHead,
  push: Push,
  mostRows = MOST_ROWS_A_SHEET,
): ListWriter {
  const zip = zipWriter(push)
  const letters = columns.map((_, index) => columnLetters(index))
  const lastColumn = letters.at(-1) ?? 'A'
  const days = dayCells()
  const sheets: string[] = []
  let room = 0
  let put: (text: string) => Promise<void> = async () => undefined

  async function openSheet(): Promise<void> {
    await closeSheet()
    sheets.push(sheets.length === 0 ? '办件' : `办件（${sheets.length + 1}）`)
    put = await zip.begin(`xl/worksheets/sheet${sheets.length}.xml`)
    room = mostRows
    const headings = columns.map(({ heading }, index) =>
      textCell(`${letters[index]}2`, heading, STYLE.heading),
    )
    await put(
      `${sheetHead(columns)}<row r="1">${textCell('A1', watermark, STYLE.plain)}</row><row r="2">${headings.join('')}</row>`,
    )
  }

  async function closeSheet(): Promise<void> {
    if (sheets.length === 0) return
    await put(sheetTail(lastColumn, mostRows - room + HEADING_ROWS))
    await zip.finish()
  }

  function rowXml(cells: readonly Cell[], row: number): string {
    let xml = `<row r="${row}">`
    for (const [index, cell] of cells.entries()) {
      if (cell === null) continue
      xml += cellXml(`${letters[index]}${row}`, cell, columns[index]?.kind ?? 'text', days)
    }
    return `${xml}</row>`
  }

  return {
    async rows(rows) {
      for (let from = 0; from < rows.length;) {
        if (room === 0) await openSheet()
        const first = mostRows - room + HEADING_ROWS + 1
        const some = rows.slice(from, from + room)
        await put(some.map((cells, index) => rowXml(cells, first + index)).join(''))
        room -= some.length
        from += some.length
      }
    },
    async end() {
      if (sheets.length === 0) await openSheet()
      await closeSheet()
      for (const [name, text] of workbookParts(sheets)) {
        await (
          await zip.begin(name)
        )(text)
        await zip.finish()
      }
      await zip.end()
    },
  }
}

type Days = (day: string) => number

function cellXml(
  place: string,
  cell: string | number,
  kind: ListColumn['kind'],
  days: Days,
): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (kind === 'day') return `<c r="${place}" s="${STYLE.day}"><v>${days(cell)}</v></c>`
  return textCell(place, cell, STYLE.plain)
}

function textCell(place: string, text: string, style: number): string {
  const keep = text.trim() === text ? '' : ' xml:space="preserve"'
  const format = style === STYLE.plain ? '' : ` s="${style}"`
  return `<c r="${place}"${format} t="inlineStr"><is><t${keep}>${xmlText(text)}</t></is></c>`
}

/** The same few hundred days come again and again. */
function dayCells(): Days {
  const known = new Map<string, number>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const serial = dayNumberOf(day as LocalDate) + DAYS_BEFORE_1970
    known.set(day, serial)
    return serial
  }
}

/** A … Z, AA … */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

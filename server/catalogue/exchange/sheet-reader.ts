import { columnNumber } from './column-letters.ts'
import { MOST_ROWS } from './write-workbook.ts'
import { attributeOf, type XmlPiece, xmlPieces } from './xml-tags.ts'
import { WorkbookRefused } from './zip-entries.ts'

/** A cell as it was found. `faulty`: a formula, or an error of Excel's own: never taken for a value. */
export type ReadCell = {
  readonly text: string
  readonly number: number | null
  readonly faulty: 'formula' | 'error' | null
}

export type ReadSheet = {
  readonly name: string
  /** By the number of the row in Excel, then of the column from 0. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>
  /** A1:B2 */
  readonly merged: readonly string[]
}

const MOST_COLUMNS = 200
const MOST_CELLS = 300_000
const MOST_MERGED_TOLD = 20

type OpenCell = {
  readonly column: number
  readonly type: string
  text: string
  hasFormula: boolean
}

/** Reads the XML of one sheet, tag by tag, and stops as soon as it is more than an import takes. */
export function sheetReader(name: string, texts: readonly string[]): (xml: string) => ReadSheet {
  return (xml) => {
    const rows = new Map<number, ReadonlyMap<number, ReadCell>>()
    const merged: string[] = []
    let row = new Map<number, ReadCell>()
    let rowNumber = 0
    let cells = 0
    let cell: OpenCell | null = null
    let holdsText = false

    const begin = ({ name: tag, attributes, isEmpty }: Extract<XmlPiece, { kind: 'open' }>) => {
      if (tag === 'row') {
        rowNumber = Number(attributeOf(attributes, 'r') ?? rowNumber + 1)
        row = new Map()
      } else if (tag === 'c') {
        cells += 1
        if (cells > MOST_CELLS) throw new WorkbookRefused(`“${name}”表的格子太多，请删去空白的列。`)
        cell = isEmpty ? null : openCell(attributes, row.size)
      } else if (tag === 'mergeCell') merged.push(attributeOf(attributes, 'ref') ?? '')
      else if (tag === 'f' && cell !== null) cell.hasFormula = true
      holdsText = !isEmpty && (tag === 'v' || tag === 't')
    }
    const end = (tag: string) => {
      holdsText = false
      if (tag === 'c' && cell !== null) {
        keepCell(row, cell, texts)
        cell = null
      } else if (tag === 'row' && !isBlank(row)) {
        rows.set(rowNumber, row)
        if (rowNumber > MOST_ROWS + 1 || rows.size > MOST_ROWS + 1)
          throw new WorkbookRefused(`“${name}”表超过 ${MOST_ROWS} 行，请分几个文件导入。`)
      }
    }
    for (const piece of xmlPieces(xml)) {
      if (piece.kind === 'open') begin(piece)
      else if (piece.kind === 'close') end(piece.name)
      else addText(cell, holdsText, piece.text)
    }
    return { name, rows, merged: merged.slice(0, MOST_MERGED_TOLD) }
  }
}

function addText(cell: OpenCell | null, holdsText: boolean, text: string): void {
  if (cell !== null && holdsText) cell.text += text
}

function openCell(attributes: string, next: number): OpenCell {
  const letters = /^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, 'r') ?? '')?.[1]
  return {
    column: letters === undefined ? next : columnNumber(letters),
    type: attributeOf(attributes, 't') ?? 'n',
    text: '',
    hasFormula: false,
  }
}

function keepCell(
  row: Map<number, ReadCell>,
  { column, type, text: raw, hasFormula }: OpenCell,
  texts: readonly string[],
): void {
  const text = textOf(type, raw, texts)
  if (column >= MOST_COLUMNS || (text === '' && !hasFormula)) return
  const error = type === 'e' ? 'error' : null
  row.set(column, {
    text,
    number: type === 'n' && text !== '' ? Number(text) : null,
    faulty: hasFormula ? 'formula' : error,
  })
}

function textOf(type: string, raw: string, texts: readonly string[]): string {
  if (type === 's') return texts[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? '是' : '否'
  return raw
}

function isBlank(cells: ReadonlyMap<number, ReadCell>): boolean {
  return [...cells.values()].every(({ text, faulty }) => text.trim() === '' && faulty === null)
}

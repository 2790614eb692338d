import { SHEETS } from './sheets.ts'
import { MOST_ROWS } from './write-workbook.ts'
import { attributeOf, xmlPieces } from './xml-tags.ts'
import { WorkbookRefused, type ZipEntries, zipEntries } from './zip-entries.ts'

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

const MACROS = '表格带有宏，不能导入。请另存为不带宏的 .xlsx 后重新上传。'
const MOST_COLUMNS = 200
const MOST_CELLS = 300_000

/**
 * The sheets of a workbook that an import knows, cell by cell. Read here and not by a library: what is not read (pictures,
 * styles, drop-downs, links) can do no harm, and no claim in the file is believed.
 */
export function readWorkbook(bytes: Buffer): readonly ReadSheet[] {
  const zip = zipEntries(bytes)
  if (zip.names.some((name) => /vbaProject|macrosheets|activeX/i.test(name)))
    throw new WorkbookRefused(MACROS)
  if (/macroEnabled/i.test(zip.read('[Content_Types].xml') ?? '')) throw new WorkbookRefused(MACROS)
  const paths = sheetPaths(zip)
  const texts = sharedTexts(zip)
  const known = SHEETS.filter(({ name }) => paths.has(name))
  if (known.length === 0)
    throw new WorkbookRefused(
      `没有找到可以导入的表（${SHEETS.map(({ name }) => name).join('、')}），请用导出的模板填写。`,
    )
  return known.map(({ name }) => readSheet(name, zip.read(paths.get(name) ?? '') ?? '', texts))
}

/** Where each sheet stands, by its name. */
function sheetPaths(zip: ZipEntries): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const piece of xmlPieces(zip.read('xl/_rels/workbook.xml.rels') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const id = attributeOf(piece.attributes, 'Id')
    const target = attributeOf(piece.attributes, 'Target')
    if (id === undefined || target === undefined) continue
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const paths = new Map<string, string>()
  for (const piece of xmlPieces(zip.read('xl/workbook.xml') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue
    const name = attributeOf(piece.attributes, 'name')?.trim()
    const path = targets.get(/\br:id\s*=\s*["']([^"']+)/.exec(piece.attributes)?.[1] ?? '')
    if (name !== undefined && path !== undefined) paths.set(name, path)
  }
  return paths
}

/** Texts are kept once for the whole workbook; the parts of a text in several styles are joined. */
function sharedTexts(zip: ZipEntries): readonly string[] {
  const texts: string[] = []
  let text: string | null = null
  let depth = 0
  for (const piece of xmlPieces(zip.read('xl/sharedStrings.xml') ?? '')) {
    if (piece.kind === 'open' && piece.name === 'si') text = ''
    else if (piece.kind === 'open' && piece.name === 'rPh') depth += piece.isEmpty ? 0 : 1
    else if (piece.kind === 'close' && piece.name === 'rPh') depth -= 1
    else if (piece.kind === 'close' && piece.name === 'si') {
      texts.push(text ?? '')
      text = null
    } else if (piece.kind === 'text' && text !== null && depth === 0) text += piece.text
  }
  return texts
}

function readSheet(name: string, xml: string, texts: readonly string[]): ReadSheet {
  const rows = new Map<number, Map<number, ReadCell>>()
  const merged: string[] = []
  let row: Map<number, ReadCell> | null = null
  let rowNumber = 0
  let cells = 0
  let cell: OpenCell | null = null
  let inside = ''
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (cell !== null && (inside === 'v' || inside === 't')) cell.text += piece.text
    } else if (piece.kind === 'close') {
      if (piece.name === 'c' && cell !== null) {
        keep(row, cell, texts)
        cell = null
      } else if (piece.name === 'row' && row !== null) {
        if (!isBlank(row)) rows.set(rowNumber, row)
        if (rows.size > MOST_ROWS + 1 || (rows.has(rowNumber) && rowNumber > MOST_ROWS + 1))
          throw new WorkbookRefused(`“${name}”表超过 ${MOST_ROWS} 行，请分几个文件导入。`)
      }
      inside = ''
    } else if (piece.name === 'row') {
      rowNumber = Number(attributeOf(piece.attributes, 'r') ?? rowNumber + 1)
      row = new Map()
    } else if (piece.name === 'c') {
      cells += 1
      if (cells > MOST_CELLS) throw new WorkbookRefused(`“${name}”表的格子太多，请删去空白的列。`)
      cell = openCell(piece.attributes, row?.size ?? 0)
      if (piece.isEmpty) cell = null
    } else if (piece.name === 'f' && cell !== null) {
      cell.hasFormula = true
      inside = piece.isEmpty ? '' : 'f'
    } else if (piece.name === 'mergeCell') {
      const range = attributeOf(piece.attributes, 'ref')
      if (range !== undefined && merged.length < 20) merged.push(range)
    } else if (!piece.isEmpty) inside = piece.name
  }
  return { name, rows, merged }
}

type OpenCell = {
  readonly column: number
  readonly type: string
  text: string
  hasFormula: boolean
}

function openCell(attributes: string, next: number): OpenCell {
  const place = /^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, 'r') ?? '')?.[1]
  return {
    column: place === undefined ? next : columnNumber(place),
    type: attributeOf(attributes, 't') ?? 'n',
    text: '',
    hasFormula: false,
  }
}

function keep(row: Map<number, ReadCell> | null, cell: OpenCell, texts: readonly string[]): void {
  if (row === null || cell.column >= MOST_COLUMNS) return
  const raw = cell.type === 's' ? (texts[Number(cell.text)] ?? '') : cell.text
  const text = cell.type === 'b' ? (raw === '1' ? '是' : '否') : raw
  const isNumber = cell.type === 'n' && text !== ''
  if (text === '' && !cell.hasFormula) return
  row.set(cell.column, {
    text,
    number: isNumber ? Number(text) : null,
    faulty: cell.hasFormula ? 'formula' : cell.type === 'e' ? 'error' : null,
  })
}

function isBlank(cells: ReadonlyMap<number, ReadCell>): boolean {
  return [...cells.values()].every(({ text, faulty }) => text.trim() === '' && faulty === null)
}

/** A → 0, Z → 25, AA → 26. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 65) - 64
  return number - 1
}

/** 0 → A */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const last = String.fromCodePoint(65 + (column % 26))
  return rest === 0 ? last : `${columnLetters(rest - 1)}${last}`
}

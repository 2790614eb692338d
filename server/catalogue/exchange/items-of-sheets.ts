import type { z } from 'zod'
import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import { GuideContent } from '../../../contract/guide-schema.ts'
import { ItemContent, ItemId } from '../../../contract/item-schema.ts'
import type { Column } from '../../../domain/catalogue/versions/column.ts'
import {
  named,
  type OrganisationNames,
} from '../../../domain/catalogue/versions/compare-versions.ts'
import { GUIDE_LISTS } from '../../../domain/catalogue/versions/guide-columns.ts'
import { cellValue } from './cell-value.ts'
import type { ImportedFile, ImportedItem } from './import-content.ts'
import { columnLetters } from './column-letters.ts'
import type { ReadSheet } from './sheet-reader.ts'
import { ERROR_HEADING, type GuideRecords, ITEM_ID, type Sheet, SHEETS } from './sheets.ts'

/** One row of a sheet as a record, with where its values stand. */
type Row = {
  readonly sheet: string
  readonly part: Sheet['part']
  readonly number: number
  readonly itemId: string
  readonly record: Readonly<Record<string, unknown>>
  readonly columns: ReadonlyMap<string, number>
}

/** Items and guides as the sheets tell them, with every error by sheet, row and cell. */
export function itemsOfSheets(
  sheets: readonly ReadSheet[],
  names: OrganisationNames,
): ImportedFile {
  const errors: ImportError[] = []
  const rows = sheets.flatMap((sheet) => {
    const kind = SHEETS.find(({ name }) => name === sheet.name)
    return kind === undefined ? [] : rowsOf(sheet, kind, names, errors)
  })
  const ids = [...new Set(rows.map(({ itemId }) => itemId))].filter((id) => id !== '')
  const items = ids.map((itemId) =>
    itemOf(
      itemId,
      rows.filter((row) => row.itemId === itemId),
      errors,
    ),
  )
  return { items, errors }
}

function rowsOf(
  sheet: ReadSheet,
  kind: Sheet,
  names: OrganisationNames,
  errors: ImportError[],
): Row[] {
  for (const range of sheet.merged)
    errors.push({
      sheet: sheet.name,
      row: Number(/\d+/.exec(range)?.[0] ?? 1),
      place: range,
      message: '合并了单元格，请取消合并后每格单独填写',
    })
  const columns = [ITEM_ID, ...named(kind.columns, names)]
  const places = placesOf(sheet, columns, errors)
  if (places === undefined) return []
  const at = new Map([...places].map(([column, place]) => [column.key, place]))
  const seen = new Set<string>()
  return [...sheet.rows]
    .filter(([number]) => number > 1)
    .map(([number, cells]): Row => {
      const record: Record<string, unknown> = {}
      for (const [column, place] of places) {
        const outcome = cellValue(column, cells.get(place))
        if (outcome.ok) put(record, column.key, outcome.value)
        else errors.push(errorAt(sheet.name, number, place, `${column.label}${outcome.message}`))
      }
      const { itemId: found } = record
      const itemId = typeof found === 'string' ? found : ''
      if (!ItemId.safeParse(itemId).success)
        errors.push(errorAt(sheet.name, number, at.get('itemId') ?? 0, '事项编码应如 aba-36'))
      else if ((kind.part === 'item' || kind.part === 'guide') && seen.has(itemId))
        errors.push(errorAt(sheet.name, number, at.get('itemId') ?? 0, '同一事项只能有一行'))
      seen.add(itemId)
      return { sheet: sheet.name, part: kind.part, number, itemId, record, columns: at }
    })
}

/** In which column each heading stands; undefined: one is missing, and nothing of the sheet can be read. */
function placesOf(
  { name, rows }: ReadSheet,
  columns: readonly Column[],
  errors: ImportError[],
): ReadonlyMap<Column, number> | undefined {
  const headings = new Map(
    [...(rows.get(1) ?? [])].map(([place, { text }]) => [text.trim(), place] as const),
  )
  const missing = columns.filter(({ label }) => !headings.has(label))
  for (const { label } of missing)
    errors.push(errorAt(name, 1, 0, `缺少“${label}”列，请用导出的模板`))
  for (const [heading, place] of headings)
    if (
      heading !== '' &&
      heading !== ERROR_HEADING &&
      !columns.some(({ label }) => label === heading)
    )
      errors.push(errorAt(name, 1, place, `没有“${heading}”这一列，请删去`))
  if (missing.length > 0) return undefined
  return new Map(columns.map((column) => [column, headings.get(column.label) ?? 0]))
}

function itemOf(itemId: string, rows: readonly Row[], errors: ImportError[]): ImportedItem {
  const of = (part: Sheet['part']) => rows.filter((row) => row.part === part)
  const [itemRow] = of('item')
  const [guideRow] = of('guide')
  const item =
    itemRow === undefined
      ? undefined
      : checked(ItemContent, without(itemRow.record, 'itemId'), () => itemRow, errors)
  if (guideRow === undefined) {
    const [orphan] = rows.filter(({ part }) => part !== 'item')
    if (orphan !== undefined)
      errors.push(errorAt(orphan.sheet, orphan.number, 0, `“指南”表中没有事项 ${itemId} 的一行`))
    return { itemId, item }
  }
  return { itemId, item, guide: guideOf(guideRow, of, errors) }
}

function guideOf(
  guideRow: Row,
  of: (part: Sheet['part']) => readonly Row[],
  errors: ImportError[],
): GuideContent | undefined {
  const sentences = of('sentences')
  const records = (part: GuideRecords) => of(part).map(({ record }) => without(record, 'itemId'))
  const options = of('options')
  for (const option of options)
    if (!of('questions').some(({ record }) => record['id'] === option.record['question']))
      errors.push(errorAt(option.sheet, option.number, 1, '“情形问题”表中没有这个问题编码'))
  const optionsOf = (id: unknown) => options.filter(({ record }) => record['question'] === id)
  const raw = {
    ...feeOf(without(guideRow.record, 'itemId')),
    ...Object.fromEntries(
      Object.keys(GUIDE_LISTS).map((list) => [
        list,
        sentences
          .filter(({ record }) => record['list'] === list)
          .map(({ record }) => record['text']),
      ]),
    ),
    materials: records('materials'),
    questions: records('questions').map((question) => ({
      ...question,
      options: optionsOf(question['id']).map(({ record }) => without(record, 'itemId', 'question')),
    })),
    feeLines: records('feeLines'),
    discretion: records('discretion'),
    faq: records('faq'),
  }
  return checked(
    GuideContent,
    raw,
    ([part, index, member, option]) => {
      if (typeof index !== 'number') return guideRow
      if (part === 'questions' && member === 'options' && typeof option === 'number')
        return optionsOf(of('questions')[index]?.record['id'])[option] ?? guideRow
      if (String(part) in GUIDE_LISTS)
        return sentences.filter(({ record }) => record['list'] === part)[index] ?? guideRow
      return of(part as GuideRecords)[index] ?? guideRow
    },
    errors,
  )
}

/** No fee at all is none; half a fee is told by the contract. */
function feeOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fee = record['fee'] as { amount?: unknown; basis?: unknown } | undefined
  return (fee?.amount ?? null) === null && (fee?.basis ?? null) === null
    ? { ...record, fee: null }
    : record
}

/** Holds a record against the contract; what it says is told at the row and cell that it came from. */
function checked<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  rowOf: (path: readonly PropertyKey[]) => Row,
  errors: ImportError[],
): z.output<Schema> | undefined {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  for (const { path, message } of result.error.issues) {
    const row = rowOf(path)
    const place = placeOf(row, path)
    // A cell that could not be read has said so already.
    const isTold = errors.some(
      (error) => error.sheet === row.sheet && error.place === cellName(row.number, place),
    )
    if (!isTold) errors.push(errorAt(row.sheet, row.number, place, message))
  }
  return undefined
}

/** The column of the last part of the path that is one. */
function placeOf({ columns, part }: Row, path: readonly PropertyKey[]): number {
  if (part === 'sentences') return columns.get('text') ?? 0
  const words = path.filter((piece) => typeof piece === 'string')
  const candidates = [words.slice(-2).join('.'), ...words.toReversed(), words.slice(0, 2).join('.')]
  const found = candidates.find((key) => columns.has(key))
  return found === undefined ? 0 : (columns.get(found) ?? 0)
}

function put(record: Record<string, unknown>, key: string, value: unknown): void {
  const [first = key, second] = key.split('.')
  if (second === undefined) record[first] = value
  else record[first] = { ...(record[first] as object | undefined), [second]: value }
}

function without(
  record: Readonly<Record<string, unknown>>,
  ...keys: readonly string[]
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

function errorAt(sheet: string, row: number, column: number, message: string): ImportError {
  return { sheet, row, place: cellName(row, column), message }
}

function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

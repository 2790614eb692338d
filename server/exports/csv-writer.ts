import type { Cell, ListHead, ListWriter, Push } from './list-writer.ts'

/** Without it Excel takes UTF-8 for the local code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A CSV that Excel opens by a double click. */
export function csvWriter({ columns, watermark }: ListHead, push: Push): ListWriter {
  let before = [
    `${BYTE_ORDER_MARK}${csvCell(watermark)}`,
    `${columns.map(({ heading }) => csvCell(heading)).join(',')}`,
    '',
  ].join('\r\n')
  const flush = async (text: string) => {
    const bytes = Buffer.from(before + text)
    before = ''
    if (bytes.length > 0) await push(bytes)
  }
  return {
    rows: async (rows) => await flush(rows.map(csvLine).join('')),
    end: async () => await flush(''),
  }
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A sheet takes text that begins like this for a formula and runs it; full-width signs count as their narrow ones. */
const LIKE_A_FORMULA = /^[=+\-@＝＋－＠\t\r]/

export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

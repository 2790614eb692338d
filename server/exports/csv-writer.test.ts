import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvWriter } from './csv-writer.ts'
import type { Cell } from './list-writer.ts'

const COLUMNS = [
  { heading: '办件编号', kind: 'text', width: 20 },
  { heading: '剩余', kind: 'number', width: 8 },
] as const

async function written(rows: readonly (readonly Cell[])[]): Promise<string> {
  const pieces: Uint8Array[] = []
  const push = async (bytes: Uint8Array) => void pieces.push(bytes)
  const writer = csvWriter({ columns: COLUMNS, watermark: '导出人：蒋示例' }, push)
  if (rows.length > 0) await writer.rows(rows)
  await writer.end()
  return Buffer.concat(pieces).toString()
}

/** RFC 4180, as a spreadsheet reads it. */
function parsed(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a list as CSV', () => {
  test('begins with the mark by which Excel knows UTF-8, the watermark and the headings', async () => {
    expect(await written([])).toBe('\uFEFF导出人：蒋示例\r\n办件编号,剩余\r\n')
  })

  test.each(['=1+1', '+86', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠A'])(
    'never lets %j begin a cell: a spreadsheet would reckon it',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toBe(csvCell(`'${text}`).replace(/^"/, ''))
    },
  )

  test('leaves a negative number a number', () => {
    expect(csvCell(-3)).toBe('-3')
  })

  test('gives back every text that was put in, whatever its commas, quotes and lines', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
        const [, , ...read] = parsed((await written(rows)).slice(1))
        const harmless = (cell: string) => (/^[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell)
        expect(read).toEqual(rows.map((row) => row.map(harmless)))
      }),
    )
  })
})

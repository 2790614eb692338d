import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from './list-writer.ts'
import { xlsxWriter } from './xlsx-writer.ts'

const COLUMNS = [
  { heading: '办件编号', kind: 'text', width: 20 },
  { heading: '收件日期', kind: 'day', width: 12 },
  { heading: '剩余', kind: 'number', width: 8 },
] as const
const WATERMARK = '导出人：蒋示例 <督查> & "测试"'

async function workbookOf(rows: readonly (readonly Cell[])[], mostRows?: number, page = 3) {
  const pieces: Uint8Array[] = []
  const push = async (bytes: Uint8Array) => void pieces.push(bytes)
  const writer = xlsxWriter({ columns: COLUMNS, watermark: WATERMARK }, push, mostRows)
  for (let from = 0; from < rows.length; from += page) {
    await writer.rows(rows.slice(from, from + page))
  }
  await writer.end()
  const workbook = new ExcelJS.Workbook()
  // The types of exceljs know an older Buffer.
  await workbook.xlsx.load(Buffer.concat(pieces) as never)
  return workbook
}

describe('a list as a workbook', () => {
  test('has the watermark across, headings that stay in sight and a filter', async () => {
    const [sheet] = (await workbookOf([])).worksheets
    expect(sheet?.getCell('A1').value).toBe(WATERMARK)
    expect(sheet?.getCell('C1').isMerged).toBe(true)
    expect(sheet?.getRow(2).values).toEqual([undefined, '办件编号', '收件日期', '剩余'])
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 2 }])
    expect(sheet?.autoFilter).toBe('A2:C2')
    expect(sheet?.getColumn(1).width).toBe(20)
  })

  test('holds days as days, numbers as numbers, and nothing where nothing is', async () => {
    const [sheet] = (
      await workbookOf([
        ['甲', '2026-03-09', -2],
        ['乙', null, null],
      ])
    ).worksheets
    expect(sheet?.getCell('B3').value).toEqual(new Date('2026-03-09T00:00:00Z'))
    expect(sheet?.getCell('B3').numFmt).toContain('yyyy')
    expect(sheet?.getCell('C3').value).toBe(-2)
    expect(sheet?.getCell('B4').value).toBeNull()
  })

  test('goes on in the next sheet when one is full', async () => {
    const rows = Array.from({ length: 11 }, (_, index) => [`第 ${index} 件`, '2026-03-09', index])
    const { worksheets } = await workbookOf(rows, 5)
    expect(worksheets.map(({ name }) => name)).toEqual(['办件', '办件（2）', '办件（3）'])
    const read = worksheets.flatMap((sheet) => {
      expect(sheet.getCell('A1').value).toBe(WATERMARK)
      return sheet.getColumn(3).values.slice(3)
    })
    expect(read).toEqual(rows.map(([, , index]) => index))
  })

  test('gives back every text that a cell can hold, and never as a formula', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('=1+1', '_x0041_', ' 前后 ', '<b>&amp;"', 'བོད་ཡིག', '𠮷😀', '行\n行'),
    )
    // Control characters have no place in XML; exceljs reads a line's carriage return as XML does.
    const printable = text.filter(
      (one) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(one.replaceAll('\n', '')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(printable, { minLength: 1, maxLength: 4 }), async (texts) => {
        const [sheet] = (await workbookOf(texts.map((one) => [one, null, null]))).worksheets
        // Excel reads _x005F_ as an underscore; exceljs leaves it.
        const read = sheet?.getColumn(1).values.slice(3).map(String)
        expect(read?.map((one) => one.replaceAll('_x005F_', '_'))).toEqual(texts)
      }),
      { numRuns: 60 },
    )
  })
})

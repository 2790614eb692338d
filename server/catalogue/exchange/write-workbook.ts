import type ExcelJS from 'exceljs'
import type { Column } from '../../../domain/catalogue/versions/column.ts'
import {
  named,
  type OrganisationNames,
} from '../../../domain/catalogue/versions/compare-versions.ts'
import { CHOICES_SHEET, ERROR_HEADING, ITEM_ID, NOTES_SHEET, SHEETS } from './sheets.ts'
import type { CellValue } from './workbook-rows.ts'

/** Rows that a drop-down reaches to, and that an import reads. */
export const MOST_ROWS = 5_000
/** Characters that Excel keeps in a cell. */
export const MOST_IN_A_CELL = 32_767

const WIDE: Readonly<Partial<Record<Column['kind'], number>>> = { text: 28, texts: 36, samples: 36 }
const NOTES = [
  '一、每张表第一列为事项编码（如 aba-36），第一行为标题，请勿改动标题；不需要的表可以留空。',
  '二、“指南”表有某个事项的一行，即以本文件的条目、材料、情形、收费、裁量基准和常见问题整体替换该事项指南的草稿。',
  '三、带下拉选项的格请从选项中选择；多选的用顿号分隔；一格多条的按 Alt+Enter 分行。',
  '四、“需要的情形”写成 问题编码=选项编码|选项编码，一行一个条件，全部成立才需要该材料。',
  '五、不得合并单元格，不得使用公式和宏，每张表不超过 5000 行。',
  '六、导入后只生成草稿，须经主管部门和州行政审批局确认后才能发布。',
]

export type WorkbookContent = {
  readonly rows: ReadonlyMap<string, readonly (readonly CellValue[])[]>
  readonly names: OrganisationNames
  /** Sentences by sheet and row (as in Excel, the first row of data is 2); absent: no such column. */
  readonly errors?: ReadonlyMap<string, ReadonlyMap<number, string>>
}

/** The workbook that goes out and comes back: a sheet a part, drop-downs where there is a choice. */
export async function writeWorkbook({ rows, names, errors }: WorkbookContent): Promise<Buffer> {
  // Only whoever exports or imports needs it: a server starts without.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const notes = workbook.addWorksheet(NOTES_SHEET)
  notes.getColumn(1).width = 110
  for (const line of NOTES) notes.addRow([line])
  const choices = createChoices()
  for (const { name, columns } of SHEETS) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    })
    const shown = [ITEM_ID, ...named(columns, names)]
    const headings = shown.map(({ label }) => label)
    const head = sheet.addRow(errors === undefined ? headings : [...headings, ERROR_HEADING])
    head.font = { bold: true }
    shown.forEach((column, index) => {
      const own = sheet.getColumn(index + 1)
      own.width = WIDE[column.kind] ?? 14
      own.alignment = { wrapText: true, vertical: 'top' }
      const list = choices.rangeOf(column)
      if (list !== undefined) offer(sheet, index + 1, list, column.kind === 'some-of')
    })
    const told = errors?.get(name)
    ;(rows.get(name) ?? []).forEach((row, index) => {
      const sentence = told?.get(index + 2)
      const padded = shown.map((_, at) => row[at] ?? null)
      const added = sheet.addRow(sentence === undefined ? padded : [...padded, sentence])
      if (sentence !== undefined)
        added.getCell(shown.length + 1).font = { color: { argb: 'FFC00000' }, bold: true }
    })
    if (errors !== undefined) sheet.getColumn(shown.length + 1).width = 60
  }
  choices.write(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** One hidden column for each set of choices: a list in the cell itself may not be longer than 255 characters. */
function createChoices() {
  const lists: (readonly string[])[] = []
  return {
    rangeOf: ({ kind, names }: Column): string | undefined => {
      const list = kind === 'yes-no' ? ['是', '否'] : Object.values(names ?? {})
      if (list.length === 0) return undefined
      const same = lists.findIndex((known) => known.join('\n') === list.join('\n'))
      const at = same < 0 ? lists.push(list) - 1 : same
      const letter = String.fromCodePoint(65 + at)
      return `${CHOICES_SHEET}!$${letter}$1:$${letter}$${list.length}`
    },
    write: (workbook: ExcelJS.Workbook) => {
      const sheet = workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' })
      lists.forEach((list, index) => {
        list.forEach((text, row) => {
          sheet.getCell(row + 1, index + 1).value = text
        })
      })
    },
  }
}

/** Exceljs knows the method; its types do not. */
type WithValidations = {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void }
}

function offer(sheet: ExcelJS.Worksheet, column: number, list: string, several: boolean): void {
  const letter = sheet.getColumn(column).letter
  ;(sheet as unknown as WithValidations).dataValidations.add(
    `${letter}2:${letter}${MOST_ROWS + 1}`,
    {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      // Several are typed with 、 between them: the list only offers them.
      showErrorMessage: !several,
      errorTitle: '请从选项中选择',
      error: '请从下拉选项中选择',
    },
  )
}

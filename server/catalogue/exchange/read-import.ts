import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import type { OrganisationNames } from '../../../domain/catalogue/versions/compare-versions.ts'
import type { HttpCode } from '../../http/violation-status.ts'
import type { UploadedFile } from '../../http/uploaded-file.ts'
import type { ImportedItem } from './import-content.ts'
import { itemsOfJson } from './items-of-json.ts'
import { itemsOfSheets } from './items-of-sheets.ts'
import { markedWorkbook } from './marked-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadSheet } from './sheet-reader.ts'
import { WorkbookRefused } from './zip-entries.ts'

/** Bytes of a packed workbook. */
const MOST_PACKED = 10 * 1024 * 1024

type ReadImport =
  | { readonly ok: false; readonly code: HttpCode; readonly sentence: string }
  | {
      readonly ok: true
      readonly items: readonly ImportedItem[]
      readonly errors: readonly ImportError[]
      /** The file with what is wrong written beside each row; null for JSON. */
      readonly marked: (errors: readonly ImportError[]) => Promise<Buffer | null>
      /** Puts an error that was found about an item where the file names it. */
      readonly placed: (error: ImportError) => ImportError
    }

/** A file by what it is, not by what it is called; a workbook with macros is refused by its name already. */
export async function readImport(
  { bytes, fileName }: UploadedFile,
  names: OrganisationNames,
): Promise<ReadImport> {
  if (/\.(?:xlsm|xltm|xlsb|xlam|xls)$/i.test(fileName))
    return refused('只接受不带宏的 .xlsx 表格或者 .json 文件，请另存后重新上传。')
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  if (!isZip) {
    if (!/\.json$/i.test(fileName)) return refused('请上传 .xlsx 表格或者 .json 文件。')
    return await Promise.resolve({
      ok: true,
      ...itemsOfJson(bytes),
      marked: async () => await Promise.resolve(null),
      placed: (error) => error,
    })
  }
  if (bytes.length > MOST_PACKED) return refused('表格超过 10 MB，请删去图片或者分几个文件导入。')
  try {
    const sheets = readWorkbook(bytes)
    return {
      ok: true,
      ...itemsOfSheets(sheets, names),
      marked: async (errors) => await markedWorkbook(sheets, errors, names),
      placed: (error) => placedIn(sheets, error),
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) return refused(error.message)
    throw error
  }
}

function refused(sentence: string): Extract<ReadImport, { ok: false }> {
  return { ok: false, code: 'import-file-refused', sentence }
}

/** The first row that is about the item; every sheet names it in the column of its heading. */
function placedIn(sheets: readonly ReadSheet[], error: ImportError): ImportError {
  const itemId = error.place.split(' ').at(-1) ?? ''
  for (const { name, rows } of sheets)
    for (const [number, cells] of rows)
      if (number > 1 && [...cells.values()].some(({ text }) => text.trim() === itemId))
        return { sheet: name, row: number, place: `A${number}`, message: error.message }
  return error
}

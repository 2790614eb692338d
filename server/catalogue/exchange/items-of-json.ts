import { CatalogueFile } from '../../../contract/catalogue-exchange.ts'
import type { ImportedFile } from './import-content.ts'

/** Bytes: the whole list with full guides is a tenth of it. */
export const MOST_JSON = 20 * 1024 * 1024

/** Items and guides of a JSON file, with every error by its path. Unknown fields are errors as everywhere. */
export function itemsOfJson(bytes: Buffer): ImportedFile {
  if (bytes.length > MOST_JSON) return fault('', 'JSON 文件超过 20 MB，请分几个文件导入')
  let raw: unknown
  try {
    raw = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    return fault('', '不是有效的 JSON，请用导出的文件修改')
  }
  const parsed = CatalogueFile.safeParse(raw)
  if (parsed.success) {
    const ids = parsed.data.items.map(({ itemId }) => itemId)
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index)
    return twice < 0
      ? { items: parsed.data.items, errors: [] }
      : fault(`items.${twice}.itemId`, '同一事项只能出现一次')
  }
  return {
    items: [],
    errors: parsed.error.issues.map((issue) => ({
      sheet: '',
      row: null,
      place: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'),
      message: issue.code === 'unrecognized_keys' ? '没有这个字段，请删去' : issue.message,
    })),
  }
}

function fault(place: string, message: string): ImportedFile {
  return { items: [], errors: [{ sheet: '', row: null, place, message }] }
}

import type { ImportError } from '../../../../contract/catalogue-exchange.ts'
import { partName } from '../part-words.ts'

/** Where in an imported file something is wrong: 材料 第 7 行 C7, or of JSON 第 2 个事项 · 申请材料 · 第 3 项 · 依据. */
export function importPlace({
  sheet,
  row,
  place,
}: Pick<ImportError, 'sheet' | 'row' | 'place'>): string {
  if (sheet !== '')
    return [sheet, row === null ? '' : `第 ${row} 行`, place]
      .filter((word) => word !== '')
      .join(' ')
  const [, item, part] = /^items\.(\d+)\.(?:guide|item)\.(.+)$/.exec(place) ?? []
  if (item === undefined || part === undefined) return place
  // A file counts from nought, people from one.
  const counted = part.replaceAll(/(?<=\.)\d+(?=\.|$)/g, (at) => String(Number(at) + 1))
  return `第 ${Number(item) + 1} 个事项 · ${partName(counted)}`
}

import type { Column } from '../../../domain/catalogue/versions/column.ts'
import {
  DISCRETION_COLUMNS,
  FAQ_COLUMNS,
  FEE_COLUMNS,
  GUIDE_COLUMNS,
  GUIDE_LISTS,
  MATERIAL_COLUMNS,
  OPTION_COLUMNS,
  QUESTION_COLUMNS,
} from '../../../domain/catalogue/versions/guide-columns.ts'
import { ITEM_COLUMNS } from '../../../domain/catalogue/versions/item-columns.ts'

/** First column of every sheet: which item a row is about. */
export const ITEM_ID: Column = { key: 'itemId', label: '事项编码', kind: 'text' }
/** Last column of a sheet that comes back: what is wrong with its row. Never read. */
export const ERROR_HEADING = '错误'

/** One sheet of the workbook: an item's rows in it become one part of the item or its guide. */
export type Sheet = {
  readonly name: string
  /** `item` and `guide`: one row an item. Else the list of the guide that the rows make. */
  readonly part: 'item' | 'guide' | 'sentences' | 'options' | GuideRecords
  readonly columns: readonly Column[]
}
export type GuideRecords = 'materials' | 'questions' | 'feeLines' | 'discretion' | 'faq'

const LIST: Column = { key: 'list', label: '部分', kind: 'one-of', names: GUIDE_LISTS }
const SENTENCE: Column = { key: 'text', label: '内容', kind: 'text' }
const QUESTION: Column = { key: 'question', label: '问题编码', kind: 'text' }

export const SHEETS: readonly Sheet[] = [
  { name: '事项', part: 'item', columns: ITEM_COLUMNS },
  { name: '指南', part: 'guide', columns: GUIDE_COLUMNS },
  { name: '条目', part: 'sentences', columns: [LIST, SENTENCE] },
  { name: '材料', part: 'materials', columns: MATERIAL_COLUMNS },
  { name: '情形问题', part: 'questions', columns: QUESTION_COLUMNS },
  { name: '情形选项', part: 'options', columns: [QUESTION, ...OPTION_COLUMNS] },
  { name: '收费', part: 'feeLines', columns: FEE_COLUMNS },
  { name: '裁量基准', part: 'discretion', columns: DISCRETION_COLUMNS },
  { name: '常见问题', part: 'faq', columns: FAQ_COLUMNS },
]
/** Told to whoever fills the workbook in; never read. */
export const NOTES_SHEET = '说明'
/** What the drop-downs offer; never read. */
export const CHOICES_SHEET = '选项'

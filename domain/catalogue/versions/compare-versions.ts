import type { GuideText, ItemText } from '../draft/catalogue-draft.ts'
import type { Column } from './column.ts'
import {
  compareFields,
  compareLists,
  compareRecords,
  type DiffLine,
  type RecordKind,
} from './compare.ts'
import {
  DISCRETION_COLUMNS,
  FAQ_COLUMNS,
  FEE_COLUMNS,
  GUIDE_COLUMNS,
  GUIDE_LISTS,
  type GuideList,
  MATERIAL_COLUMNS,
  OPTION_COLUMNS,
  QUESTION_COLUMNS,
} from './guide-columns.ts'
import { ITEM_COLUMNS } from './item-columns.ts'

/** Names of organisations by id, for the columns that hold ids. */
export type OrganisationNames = Readonly<Record<string, string>>

const MATERIALS: RecordKind = {
  part: 'materials',
  label: '材料',
  columns: MATERIAL_COLUMNS,
  key: 'name',
  secondKey: 'number',
}
const FEES: RecordKind = { part: 'feeLines', label: '收费', columns: FEE_COLUMNS, key: 'name' }
const DISCRETION: RecordKind = {
  part: 'discretion',
  label: '裁量基准',
  columns: DISCRETION_COLUMNS,
  key: 'circumstance',
}
const FAQ: RecordKind = { part: 'faq', label: '常见问题', columns: FAQ_COLUMNS, key: 'question' }
const QUESTIONS: RecordKind = {
  part: 'questions',
  label: '情形问题',
  columns: QUESTION_COLUMNS,
  key: 'id',
}

/** Two versions of a guide side by side: only what differs, in the order of the guide. */
export function compareGuides(
  before: GuideText,
  after: GuideText,
  names: OrganisationNames = {},
): DiffLine[] {
  return [
    ...compareFields(named(GUIDE_COLUMNS, names), before, after),
    ...(Object.entries(GUIDE_LISTS) as [GuideList, string][]).flatMap(([key, label]) =>
      compareLists(key, label, before[key], after[key]),
    ),
    ...compareRecords(MATERIALS, before.materials, after.materials),
    ...compareRecords(QUESTIONS, before.questions, after.questions),
    ...compareOptions(before, after),
    ...compareRecords(FEES, before.feeLines, after.feeLines),
    ...compareRecords(DISCRETION, before.discretion, after.discretion),
    ...compareRecords(FAQ, before.faq, after.faq),
  ]
}

export function compareItems(
  before: ItemText | null,
  after: ItemText,
  names: OrganisationNames = {},
): DiffLine[] {
  return compareFields(named(ITEM_COLUMNS, names), before ?? {}, after)
}

/** A question that is new or gone has said its options as a whole. */
function compareOptions(before: GuideText, after: GuideText): DiffLine[] {
  return after.questions.flatMap((question) => {
    const known = before.questions.find(({ id }) => id === question.id)
    return compareRecords(
      {
        part: `questions.${question.id}.options`,
        label: `情形问题“${question.id}”的选项`,
        columns: OPTION_COLUMNS,
        key: 'value',
      },
      known?.options ?? [],
      question.options,
    )
  })
}

export function named(columns: readonly Column[], names: OrganisationNames): readonly Column[] {
  return columns.map((column) =>
    column.key === 'departmentId' || column.key === 'partnerIds' ? { ...column, names } : column,
  )
}

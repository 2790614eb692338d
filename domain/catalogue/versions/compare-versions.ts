import type { GuideText, ItemText } from '../draft/catalogue-draft.ts'
import { partName } from '../linter/guide-parts.ts'
import { conditionWords } from '../rendering/condition-words.ts'
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
/** Names by id of everything a version may hold an id of. */
export type DiffNames = {
  readonly organisations?: OrganisationNames
  readonly topics?: Readonly<Record<string, string>>
  readonly lifeEvents?: Readonly<Record<string, string>>
}

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
  // What is known by its code is told by its words: the code itself is for the workbook.
  columns: QUESTION_COLUMNS.filter(({ key }) => key !== 'id'),
  key: 'id',
  name: 'text',
}

/** Two versions of a guide side by side: only what differs, in the order of the guide, each thing by its own version's name. */
export function compareGuides(
  before: GuideText,
  after: GuideText,
  names: DiffNames = {},
): DiffLine[] {
  const places = {
    before: (part: string) => partName(before, part),
    after: (part: string) => partName(after, part),
  }
  return [
    ...compareFields(named(GUIDE_COLUMNS, names.organisations), before, after),
    ...(Object.entries(GUIDE_LISTS) as [GuideList, string][]).flatMap(([key, label]) =>
      compareLists(key, label, before[key], after[key], key === 'unconfirmed' ? places : undefined),
    ),
    ...compareRecords(
      { ...MATERIALS, columns: saying(MATERIAL_COLUMNS, after) },
      before.materials,
      after.materials,
      saying(MATERIAL_COLUMNS, before),
    ),
    ...compareRecords(QUESTIONS, before.questions, after.questions),
    ...compareOptions(before, after),
    ...compareRecords(FEES, before.feeLines, after.feeLines),
    ...compareRecords(DISCRETION, before.discretion, after.discretion),
    ...compareRecords(FAQ, before.faq, after.faq),
  ]
}

/** Columns that name questions and answers in the words of that version. */
function saying(columns: readonly Column[], { questions }: GuideText): readonly Column[] {
  const texts = Object.fromEntries(questions.map(({ id, text }) => [id, text]))
  return columns.map((column) =>
    column.kind === 'tests'
      ? { ...column, testsInWords: (tests) => conditionWords(tests, questions) }
      : column.key === 'next'
        ? { ...column, names: texts }
        : column,
  )
}

export function compareItems(
  before: ItemText | null,
  after: ItemText,
  names: DiffNames = {},
): DiffLine[] {
  return compareFields(headed(ITEM_COLUMNS, names), before ?? {}, after)
}

/** A question that is new or gone has said its options as a whole. */
function compareOptions(before: GuideText, after: GuideText): DiffLine[] {
  const columns = OPTION_COLUMNS.filter(({ key }) => key !== 'value')
  return after.questions.flatMap((question) => {
    const known = before.questions.find(({ id }) => id === question.id)
    return compareRecords(
      {
        part: `questions.${question.id}.options`,
        label: `情形问题“${question.text}”的选项`,
        columns: saying(columns, after),
        key: 'value',
        name: 'label',
      },
      known?.options ?? [],
      question.options,
      saying(columns, before),
    )
  })
}

function headed(columns: readonly Column[], names: DiffNames): readonly Column[] {
  const headings = { 'words.topics': names.topics, 'words.lifeEvents': names.lifeEvents }
  return named(columns, names.organisations).map((column) => {
    const known = headings[column.key as keyof typeof headings]
    return known === undefined ? column : { ...column, names: known }
  })
}

export function named(
  columns: readonly Column[],
  names: OrganisationNames = {},
): readonly Column[] {
  return columns.map((column) =>
    column.key === 'departmentId' || column.key === 'partnerIds' ? { ...column, names } : column,
  )
}

import type { SituationQuestion, SituationTest } from '../catalogue/situation.ts'
import type { DataElement } from './data-element.ts'
import type { FieldFault, FieldSchema, FormDefinition } from './form-definition.ts'
import { schemaFaults } from './schema-faults.ts'

/** What belongs to the whole form and not to one field. */
export const WHOLE_FORM = 'layout'

/**
 * Why a form cannot be used, in Chinese; empty: it can. A condition is about a question of the guide or an earlier field.
 * Linear in the number of fields. Without `elements` the dictionary is not looked at, without `questions` the guide.
 */
export function formFaults(
  form: Pick<FormDefinition, 'schema' | 'layout'>,
  known: {
    readonly elements?: readonly DataElement[]
    readonly questions?: readonly SituationQuestion[]
  } = {},
): readonly FieldFault[] {
  const { properties, required } = form.schema
  const fields = form.layout.flatMap((group) => group.fields)
  const places = new Map(fields.map(({ element }, at) => [element, at]))
  const whole = (message: string): FieldFault => ({ element: WHOLE_FORM, message })
  return [
    ...(fields.length === 0 ? [whole('表单没有任何项目')] : []),
    ...repeated(form.layout.map(({ id }) => id)).map((id) => whole(`分组标识 ${id} 重复`)),
    ...form.layout
      .filter(({ fields: own }) => own.length === 0)
      .map(({ title }) => whole(`分组“${title}”没有项目`)),
    ...repeated(fields.map(({ element }) => element)).map((element) => ({
      element,
      message: '在表单中排了两次',
    })),
    ...fields.flatMap(({ element, when }, at) =>
      Object.hasOwn(properties, element)
        ? when.flatMap((test) => conditionFaults(test, element, at, places, form, known.questions))
        : [{ element, message: '排在表单中，但没有说明填什么' }],
    ),
    ...Object.entries(properties).flatMap(([element, schema]) => [
      ...(places.has(element) ? [] : [{ element, message: '没有排进任何分组' }]),
      ...schemaFaults(schema).map((message) => ({ element, message })),
    ]),
    ...required
      .filter((element) => !Object.hasOwn(properties, element))
      .map((element) => ({ element, message: '列为必填，但表单中没有这一项' })),
    ...unknownElements(form, known.elements).map((element) => ({
      element,
      message: '数据元目录中没有这一项，请先从目录中选择',
    })),
  ]
}

/** Properties that the dictionary does not have, or has as another type. */
export function unknownElements(
  { schema }: Pick<FormDefinition, 'schema'>,
  elements: readonly DataElement[] | undefined,
): readonly string[] {
  if (elements === undefined) return []
  const types = new Map(elements.map(({ id, schema: { type } }) => [id, type]))
  return Object.entries(schema.properties).flatMap(([id, { type }]) =>
    types.get(id) === type ? [] : [id],
  )
}

function conditionFaults(
  { question, oneOf }: SituationTest,
  element: string,
  at: number,
  places: ReadonlyMap<string, number>,
  { schema }: Pick<FormDefinition, 'schema'>,
  questions: readonly SituationQuestion[] | undefined,
): FieldFault[] {
  const about = Object.hasOwn(schema.properties, question) ? schema.properties[question] : undefined
  if (about !== undefined) {
    const possible = choicesOf(about)
    return [
      ...((places.get(question) ?? Infinity) < at
        ? []
        : [{ element, message: `显示条件所依据的“${about.title}”须排在它前面` }]),
      ...(possible !== null && oneOf.some((value) => !possible.includes(value))
        ? [{ element, message: `显示条件中的值不是“${about.title}”的选项` }]
        : []),
    ]
  }
  if (questions === undefined) return []
  const asked = questions.find(({ id }) => id === question)
  if (asked === undefined)
    return [
      { element, message: `显示条件所依据的 ${question} 不是情形引导的问题，也不是表单中的项目` },
    ]
  return oneOf.every((value) => asked.options.some((option) => option.value === value))
    ? []
    : [{ element, message: `显示条件中的值不是“${asked.text}”的选项` }]
}

function choicesOf({ type, enum: options, items }: FieldSchema): readonly string[] | null {
  if (type === 'boolean') return ['true', 'false']
  return options ?? items?.enum ?? null
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}

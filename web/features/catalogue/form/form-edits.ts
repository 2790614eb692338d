import type { FormContent } from '../../../../contract/forms.ts'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import type { FieldSchema, FormGroup } from '../../../../domain/form/form-definition.ts'

/** A field's place: the group, and the field in it. */
export type FieldPlace = { readonly group: number; readonly at: number }
type Form = FormContent
type Layout = Form['layout']

export const EMPTY_FORM: Form = {
  title: '申请表',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {},
    required: [],
    additionalProperties: false,
  },
  layout: [{ id: 'g1', title: '基本情况', help: null, fields: [] }],
}

/** The form with an element of the dictionary at the end of a group, asked and required. */
export function withElement(form: Form, element: DataElement, group: number): Form {
  if (Object.hasOwn(form.schema.properties, element.id)) return form
  const field: Layout[number]['fields'][number] = { element: element.id, when: [], wide: false }
  return {
    ...form,
    schema: {
      ...form.schema,
      properties: { ...form.schema.properties, [element.id]: copied(element.schema) },
      required: [...form.schema.required, element.id],
    },
    layout: changedGroup(form.layout, group, (fields) => [...fields, field]),
  }
}

/** The form without that field, and what it required of it. */
export function withoutField(form: Form, { group, at }: FieldPlace): Form {
  const element = form.layout[group]?.fields[at]?.element
  if (element === undefined) return form
  const { [element]: _gone, ...properties } = form.schema.properties
  return {
    ...form,
    schema: {
      ...form.schema,
      properties,
      required: form.schema.required.filter((one) => one !== element),
    },
    layout: changedGroup(form.layout, group, (fields) => fields.toSpliced(at, 1)),
  }
}

/** The layout with a field taken to another place; `at` is the place in the list without it. */
export function withFieldMoved(layout: Layout, from: FieldPlace, to: FieldPlace): Layout {
  const field = layout[from.group]?.fields[from.at]
  if (field === undefined || layout[to.group] === undefined) return layout
  const taken = changedGroup(layout, from.group, (fields) => fields.toSpliced(from.at, 1))
  return changedGroup(taken, to.group, (fields) => fields.toSpliced(to.at, 0, field))
}

/** One step up or down; at the edge of a group into the next one. Null: there is nowhere to go. */
export function placeBeside(
  layout: readonly Pick<FormGroup, 'fields'>[],
  { group, at }: FieldPlace,
  by: 1 | -1,
): FieldPlace | null {
  const to = at + by
  const fields = layout[group]?.fields.length ?? 0
  if (to >= 0 && to < fields) return { group, at: to }
  const beside = layout[group + by]
  if (beside === undefined) return null
  return { group: group + by, at: by === 1 ? 0 : beside.fields.length }
}

export function placeOf(layout: Layout, element: string): FieldPlace | null {
  for (const [group, { fields }] of layout.entries()) {
    const at = fields.findIndex((field) => field.element === element)
    if (at >= 0) return { group, at }
  }
  return null
}

function changedGroup(
  layout: Layout,
  group: number,
  change: (fields: Layout[number]['fields']) => Layout[number]['fields'],
): Layout {
  return layout.map((one, index) =>
    index === group ? { ...one, fields: change(one.fields) } : one,
  )
}

function copied(schema: FieldSchema): Form['schema']['properties'][string] {
  return structuredClone(schema) as Form['schema']['properties'][string]
}

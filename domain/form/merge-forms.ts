import type { SituationTest } from '../catalogue/situation.ts'
import type { FieldSchema, FormDefinition, FormField, FormGroup } from './form-definition.ts'
import { mergeSchemas } from './merge-schemas.ts'

export type MergeConflict = {
  readonly element: string
  /** The form whose demand cannot be met together with those before it. */
  readonly formId: string
  readonly message: string
}

export type MergedForm = {
  readonly form: FormDefinition
  /** By element: the forms that use its answer. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>
  /** Where no answer can meet two forms: the first one's demand stands, and this is told to whoever makes the bundle. */
  readonly conflicts: readonly MergeConflict[]
}

/** One form for several items (一张表单): each fact is asked once, the stricter demand wins. */
export function mergeForms(forms: readonly FormDefinition[]): FormDefinition {
  return mergeFormsTraced(forms).form
}

/**
 * As mergeForms, with what uses which answer. Groups keep their order, the first form's first; a field never comes before
 * one that its condition is about. A fact asked under different conditions is always shown, and required only where some
 * form always requires it: what one item's own form still lacks, `checkAnswers` of that form says.
 */
export function mergeFormsTraced(forms: readonly FormDefinition[]): MergedForm {
  const merged: Merging = {
    places: new Map(),
    groups: [],
    fields: new Map(),
    schemas: new Map(),
    required: new Set(),
    usedBy: new Map(),
    conflicts: [],
  }
  for (const form of forms) addForm(merged, form)
  return {
    form: {
      formId: forms.map(({ formId }) => formId).join('.'),
      version: 1,
      title: [...new Set(forms.map(({ title }) => title))].join('、'),
      schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: Object.fromEntries(merged.schemas),
        required: [...merged.required],
        additionalProperties: false,
      },
      layout: merged.groups.map(({ group, elements }) => ({
        ...group,
        fields: elements.flatMap((element) => merged.fields.get(element) ?? []),
      })),
    },
    usedBy: merged.usedBy,
    conflicts: merged.conflicts,
  }
}

type Merging = {
  /** Index of the group in which an element stands. */
  readonly places: Map<string, number>
  readonly groups: { readonly group: FormGroup; readonly elements: string[] }[]
  readonly fields: Map<string, FormField>
  readonly schemas: Map<string, FieldSchema>
  readonly required: Set<string>
  readonly usedBy: Map<string, string[]>
  readonly conflicts: MergeConflict[]
}

function addForm(merged: Merging, form: FormDefinition): void {
  const required = new Set(form.schema.required)
  for (const group of form.layout) {
    const at = groupIndex(merged, group)
    for (const field of group.fields) {
      const schema = Object.hasOwn(form.schema.properties, field.element)
        ? form.schema.properties[field.element]
        : undefined
      if (schema === undefined) continue
      if (merged.fields.has(field.element)) joinField(merged, field, required)
      else placeField(merged, field, at, required)
      joinSchema(merged, form.formId, field.element, schema)
      const users = merged.usedBy.get(field.element) ?? []
      merged.usedBy.set(field.element, [...users, form.formId])
    }
  }
}

function groupIndex({ groups }: Merging, group: FormGroup): number {
  const known = groups.findIndex((one) => one.group.id === group.id)
  return known >= 0 ? known : groups.push({ group, elements: [] }) - 1
}

/** In its group, or in the later one where a field stands that its condition is about. */
function placeField(
  merged: Merging,
  field: FormField,
  at: number,
  required: ReadonlySet<string>,
): void {
  const place = Math.max(at, ...field.when.map(({ question }) => merged.places.get(question) ?? 0))
  merged.groups[place]?.elements.push(field.element)
  merged.places.set(field.element, place)
  merged.fields.set(field.element, field)
  if (required.has(field.element)) merged.required.add(field.element)
}

function joinField(merged: Merging, field: FormField, required: ReadonlySet<string>): void {
  const { element } = field
  const before = merged.fields.get(element)
  if (before === undefined) return
  const isRequired = required.has(element)
  if (sameConditions(before.when, field.when)) {
    if (isRequired) merged.required.add(element)
    merged.fields.set(element, { ...before, wide: before.wide || field.wide })
    return
  }
  const wasAlways = before.when.length === 0 && merged.required.has(element)
  const isAlways = field.when.length === 0 && isRequired
  if (!wasAlways && !isAlways) merged.required.delete(element)
  if (isAlways) merged.required.add(element)
  merged.fields.set(element, { element, when: [], wide: before.wide || field.wide })
}

function sameConditions(a: readonly SituationTest[], b: readonly SituationTest[]): boolean {
  const words = (tests: readonly SituationTest[]) =>
    tests
      .map(({ question, oneOf }) => JSON.stringify([question, ...oneOf.toSorted()]))
      .toSorted()
      .join()
  return a === b || words(a) === words(b)
}

function joinSchema(
  { schemas, conflicts }: Merging,
  formId: string,
  element: string,
  schema: FieldSchema,
): void {
  const before = schemas.get(element)
  if (before === undefined) return void schemas.set(element, schema)
  const { schema: joined, conflict } = mergeSchemas(before, schema)
  if (conflict === null) return void schemas.set(element, joined)
  conflicts.push({
    element,
    formId,
    message: `“${schema.title}”在几张表单中要求不一致（${conflict}），请先统一`,
  })
}

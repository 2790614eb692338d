import { expect, test } from 'vitest'
import { checkAnswers } from './check-answers.ts'
import type { FieldSchema, FormAnswers, FormDefinition } from './form-definition.ts'
import { formFaults } from './form-faults.ts'
import { mergeForms } from './merge-forms.ts'
import { formOf } from './testing/sample-form.ts'

/** So many fields, each shown when the one before was answered. */
function chainOf(count: number): FormDefinition {
  const ids = Array.from({ length: count }, (_, at) => `field.n${at}`)
  const schema: FieldSchema = { type: 'string', title: '项目', enum: ['是'] }
  return formOf(Object.fromEntries(ids.map((id) => [id, schema] as const)), {
    required: ids,
    when: Object.fromEntries(
      ids.slice(1).map((id, at) => [id, [{ question: `field.n${at}`, oneOf: ['是'] }]] as const),
    ),
  })
}

/** How often any answer is looked at. */
function looksAt(form: FormDefinition): number {
  let looks = 0
  const answers = new Proxy(
    Object.fromEntries(Object.keys(form.schema.properties).map((id) => [id, '是'] as const)),
    {
      get: (all, id, receiver) => {
        looks += 1
        return Reflect.get(all, id, receiver) as unknown
      },
    },
  ) as FormAnswers
  expect(checkAnswers(form, answers, {})).toEqual([])
  return looks
}

test('twice as many fields are twice as many looks at the answers, not four times', () => {
  expect(looksAt(chainOf(600)) / looksAt(chainOf(300))).toBeLessThan(2.1)
})

test('a form of 3,000 fields is sound, merges with itself into itself, and is answered in one go', () => {
  const form = chainOf(3_000)
  expect(formFaults(form)).toEqual([])
  const merged = mergeForms([form, form])
  expect(merged.schema).toEqual(form.schema)
  expect(merged.layout).toEqual(form.layout)
  expect(checkAnswers(form, {}, {})).toHaveLength(1)
})

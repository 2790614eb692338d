import { expect, test } from 'vitest'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import { checkAnswers } from '../form/check-answers.ts'
import { mergeForms } from '../form/merge-forms.ts'
import { visibleFields } from '../form/visible-answers.ts'
import { settledForm } from './settle-form.ts'

const formOf = (formId: string) => {
  const form = ABA_FORMS.find((one) => one.formId === formId)
  if (form === undefined) throw new Error(`${formId} is shipped`)
  return form
}
const licence = formOf('form-aba-49')
const food = formOf('form-aba-60')
const SITUATIONS = [
  {
    business: 'new',
    entity: 'individual',
    premises: 'rented',
    permit: 'no',
    agent: 'self',
  },
  { trade: 'catering', business: 'new', premises: 'rented', network: 'no' },
] as const

test('a settled form shows without its situation what the form shows with it', () => {
  for (const [form, situation] of [
    [licence, SITUATIONS[0]],
    [food, SITUATIONS[1]],
  ] as const) {
    const elements = (fields: ReturnType<typeof visibleFields>) =>
      fields.map(({ element }) => element)
    const settled = settledForm(form, situation)
    expect(elements(visibleFields(settled, {}, {}))).toEqual(
      elements(visibleFields(form, {}, situation)),
    )
    const lacking = (faults: ReturnType<typeof checkAnswers>) =>
      faults.map(({ element }) => element)
    expect(lacking(checkAnswers(settled, {}, {}))).toEqual(
      lacking(checkAnswers(form, {}, situation)),
    )
  }
})

test('two settled forms make one that asks each fact once and nothing that neither needs', () => {
  const settled = [settledForm(licence, SITUATIONS[0]), settledForm(food, SITUATIONS[1])]
  const merged = mergeForms(settled)
  const asked = visibleFields(merged, {}, {}).map(({ element }) => element)
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked).toContain('company.individual-form')
  expect(asked).toContain('food.seats')
  expect(asked).not.toContain('licence.number')
  expect(asked).not.toContain('food.platform')
})

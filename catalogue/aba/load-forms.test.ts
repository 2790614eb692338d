import { describe, expect, test } from 'vitest'
import { checkAnswers } from '../../domain/form/check-answers.ts'
import { formFaults } from '../../domain/form/form-faults.ts'
import { schemaFaults } from '../../domain/form/schema-faults.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { ABA_FULL_GUIDES } from './load-catalogue.ts'
import { ABA_ELEMENTS, ABA_FORMS } from './load-forms.ts'

describe('the dictionary of data elements', () => {
  test('has each fact once, under subject and fact, with a name in two languages', () => {
    const ids = ABA_ELEMENTS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, name, nameEn, schema } of ABA_ELEMENTS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
      expect(nameEn).not.toMatch(/\p{Script=Han}/u)
      expect(schema.title).toBe(name)
      expect(schemaFaults(schema), id).toEqual([])
    }
  })

  test('marks who a person is and how to reach them as personal', () => {
    const personal = ABA_ELEMENTS.filter(
      ({ id, schema: { format } }) =>
        format === 'id-card' || format === 'phone' || id.endsWith('.identity-number'),
    )
    expect(personal.length).toBeGreaterThan(8)
    expect(personal.filter((element) => !element.personal)).toEqual([])
  })

  test('fills in beforehand only what an account knows, once each', () => {
    const prefills = ABA_ELEMENTS.flatMap(({ prefill }) => prefill ?? [])
    expect(prefills.toSorted()).toEqual(['address', 'identity-number', 'name', 'phone'])
  })

  test('is used whole: no element that no form asks', () => {
    const asked = new Set(ABA_FORMS.flatMap(({ schema }) => Object.keys(schema.properties)))
    expect(ABA_ELEMENTS.filter(({ id }) => !asked.has(id))).toEqual([])
  })
})

describe.each(ABA_FORMS)('$title', (form) => {
  const guide = ABA_FULL_GUIDES.find(({ formId }) => formId === form.formId)
  const fields = form.layout.flatMap((group) => group.fields)

  test('is the form of one guide, in three to six groups, with 15 to 40 fields of the dictionary', () => {
    expect(guide).toBeDefined()
    expect(form.layout.length).toBeGreaterThanOrEqual(3)
    expect(form.layout.length).toBeLessThanOrEqual(6)
    expect(fields.length).toBeGreaterThanOrEqual(15)
    expect(fields.length).toBeLessThanOrEqual(40)
    expect(formFaults(form, { elements: ABA_ELEMENTS, questions: guide?.questions ?? [] })).toEqual(
      [],
    )
  })
})

test('whoever founds a company is asked for members; whoever closes one, for the reason', () => {
  const form = ABA_FORMS.find(({ formId }) => formId === 'form-aba-49')
  if (form === undefined) throw new Error('no form')
  const lacking = (situation: Record<string, string>) =>
    checkAnswers(form, {}, situation, '2026-03-09' as LocalDate).map(({ element }) => element)
  const founding = lacking({
    business: 'new',
    entity: 'company',
    premises: 'own',
    permit: 'no',
    agent: 'self',
  })
  expect(founding).toContain('company.members')
  expect(founding).not.toContain('company.close-kind')
  const closing = lacking({ business: 'close', close: 'simple', agent: 'self' })
  expect(closing).toContain('company.close-kind')
  expect(closing).toContain('enterprise.credit-code')
  expect(closing).not.toContain('company.members')
})

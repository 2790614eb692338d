import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from './check-answers.ts'
import { formFaults } from './form-faults.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { mergeForms, mergeFormsTraced } from './merge-forms.ts'
import { formOf } from './testing/sample-form.ts'

const NAME: FieldSchema = { type: 'string', title: '名称', maxLength: 50 }
const AREA: FieldSchema = { type: 'number', title: '面积', minimum: 1 }
const LICENCE = formOf(
  { 'applicant.name': NAME, 'premises.area': AREA },
  { formId: 'food', required: ['applicant.name', 'premises.area'] },
)
const REGISTRATION = formOf(
  {
    'applicant.name': { ...NAME, maxLength: 30, minLength: 2 },
    'capital.amount': { type: 'string', title: '注册资本', format: 'money' },
  },
  { formId: 'company', required: ['capital.amount'], group: 'capital' },
)

describe('one form for several items', () => {
  it('asks each fact once, by the stricter demand, and says who uses it', () => {
    const { form, usedBy, conflicts } = mergeFormsTraced([LICENCE, REGISTRATION])
    expect(conflicts).toEqual([])
    expect(form.schema.properties['applicant.name']).toEqual({
      ...NAME,
      maxLength: 30,
      minLength: 2,
    })
    expect(form.schema.required).toEqual(['applicant.name', 'premises.area', 'capital.amount'])
    expect(form.layout.map(({ id, fields }) => [id, fields.map(({ element }) => element)])).toEqual(
      [
        ['all', ['applicant.name', 'premises.area']],
        ['capital', ['capital.amount']],
      ],
    )
    expect(usedBy.get('applicant.name')).toEqual(['food', 'company'])
    expect(usedBy.get('capital.amount')).toEqual(['company'])
  })

  it.each([
    [{ type: 'string', title: '名称' }, { type: 'number', title: '名称' }, '类型'],
    [{ ...AREA, minimum: 10 }, { ...AREA, maximum: 5 }, '范围'],
    [
      { type: 'string', title: '种类', enum: ['甲'] },
      { type: 'string', title: '种类', enum: ['乙'] },
      '选项',
    ],
    [
      { type: 'string', title: '号码', format: 'phone' },
      { type: 'string', title: '号码', format: 'id-card' },
      '格式',
    ],
  ] as const)('%j and %j cannot both be met: said, not guessed', (first, second, why) => {
    const forms = [formOf({ 'a.b': first }), formOf({ 'a.b': second }, { formId: 'other' })]
    const { conflicts, form } = mergeFormsTraced(forms)
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]?.message).toContain(why)
    expect(form.schema.properties['a.b']).toEqual(first)
  })

  it('a fact asked under different conditions is always shown, required only where one always requires it', () => {
    const sometimes = formOf(
      { 'a.kind': { type: 'string', title: '类', enum: ['x', 'y'] }, 'a.b': AREA },
      { required: ['a.b'], when: { 'a.b': [{ question: 'a.kind', oneOf: ['x'] }] } },
    )
    const always = formOf({ 'a.b': AREA }, { formId: 'other', required: ['a.b'] })
    const seldom = formOf({ 'a.b': AREA }, { formId: 'third' })
    expect(mergeForms([sometimes, seldom]).schema.required).toEqual([])
    expect(mergeForms([sometimes, always]).schema.required).toEqual(['a.b'])
    expect(mergeForms([sometimes, seldom]).layout[0]?.fields[1]?.when).toEqual([])
  })

  it('a field never comes before the one its condition is about, whatever groups the forms have', () => {
    const first: FormDefinition = {
      ...formOf({ 'a.x': AREA, 'a.y': { type: 'boolean', title: '有' } }),
      layout: [group('one', ['a.x']), group('two', ['a.y'])],
    }
    const second: FormDefinition = {
      ...formOf({ 'a.y': { type: 'boolean', title: '有' }, 'a.z': AREA }),
      formId: 'second',
      layout: [
        {
          ...group('one', ['a.y', 'a.z']),
          fields: [
            { element: 'a.y', when: [], wide: false },
            { element: 'a.z', when: [{ question: 'a.y', oneOf: ['true'] }], wide: false },
          ],
        },
      ],
    }
    expect(formFaults(mergeForms([first, second]))).toEqual([])
  })

  it('answers that satisfy the merged form satisfy each form of its own', () => {
    const field = fc.record({
      minimum: fc.integer({ min: 0, max: 5 }),
      maximum: fc.integer({ min: 5, max: 9 }),
      required: fc.boolean(),
    })
    const form = fc.dictionary(fc.constantFrom('a.p', 'a.q', 'a.r'), field, { minKeys: 1 })
    fc.assert(
      fc.property(
        fc.array(form, { minLength: 1, maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a.p', 'a.q', 'a.r'), fc.integer({ min: 0, max: 9 })),
        (drawn, answers) => {
          const forms = drawn.map((fields, index) =>
            formOf(
              Object.fromEntries(
                Object.entries(fields).map(([id, { minimum, maximum }]) => [
                  id,
                  { type: 'integer', title: id, minimum, maximum } as const,
                ]),
              ),
              {
                formId: `form-${index}`,
                required: Object.keys(fields).filter((id) => fields[id]?.required),
              },
            ),
          )
          const merged = mergeForms(forms)
          expect(formFaults(merged)).toEqual([])
          const all = [...new Set(forms.flatMap(({ schema }) => Object.keys(schema.properties)))]
          expect(Object.keys(merged.schema.properties).toSorted()).toEqual(all.toSorted())
          const given = pick(answers, merged)
          const isMet = checkAnswers(merged, given, {}).length === 0
          const areMet = forms.every((one) => checkAnswers(one, pick(given, one), {}).length === 0)
          expect(isMet).toBe(areMet)
        },
      ),
    )
  })
})

function group(id: string, elements: readonly string[]) {
  return {
    id,
    title: id,
    help: null,
    fields: elements.map((element) => ({ element, when: [], wide: false })),
  }
}

function pick(answers: Readonly<Record<string, number>>, form: FormDefinition) {
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => Object.hasOwn(form.schema.properties, id)),
  )
}

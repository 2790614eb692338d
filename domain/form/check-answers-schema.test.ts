import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { checkAnswers } from './check-answers.ts'
import { formatFault } from './check-format.ts'
import {
  FIELD_FORMATS,
  type FieldSchema,
  type FieldValue,
  type FormAnswers,
} from './form-definition.ts'
import { formOf } from './testing/sample-form.ts'
import { visibleAnswers } from './visible-answers.ts'

const LATE = '9999-12-31' as LocalDate

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '1', '某', '𠮷'), maxLength: 6 }),
  fc.constantFrom(
    '2026-03-09',
    '2026-02-30',
    '13800000000',
    '624000',
    '513201',
    '91350100M000100Y43',
    '12.50',
  ),
)
const choice = fc.constantFrom('x', 'y', 'z', '某')
const choices = fc.uniqueArray(choice, { minLength: 1 })
const size = fc.integer({ min: 0, max: 4 })

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const stated = (schema: Record<string, unknown>): FieldSchema =>
  Object.fromEntries(
    Object.entries({ title: '项目', ...schema }).filter(([, value]) => value !== undefined),
  ) as unknown as FieldSchema

const schema: fc.Arbitrary<FieldSchema> = fc.oneof(
  fc
    .record({
      type: fc.constant('string'),
      minLength: optional(size),
      maxLength: optional(size),
      enum: optional(choices),
      pattern: optional(fc.constantFrom('^[ab]+$', '^\\p{Script=Han}{1,3}$', '^\\d*a?$')),
      format: optional(fc.constantFrom(...FIELD_FORMATS)),
    })
    .map(stated),
  fc
    .record({
      type: fc.constantFrom('number', 'integer'),
      minimum: optional(fc.integer({ min: -3, max: 3 })),
      maximum: optional(fc.integer({ min: -3, max: 3 })),
    })
    .map(stated),
  fc.constant(stated({ type: 'boolean' })),
  fc
    .record({
      type: fc.constant('array'),
      items: choices.map((values) => ({ type: 'string', enum: values })),
      minItems: optional(size),
      maxItems: optional(size),
      uniqueItems: optional(fc.boolean()),
    })
    .map(stated),
)

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  text,
  choice,
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.boolean(),
  fc.array(choice, { maxLength: 5 }),
)

const NAMES = ['a.one', 'a.two', 'a.three', 'b.four']

function jsonSchemaCheck() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  for (const format of FIELD_FORMATS)
    ajv.addFormat(format, {
      type: 'string',
      validate: (given) => formatFault(format, given, LATE) === null,
    })
  return ajv
}

describe('checkAnswers', () => {
  it('says no wherever JSON Schema 2020-12 says no, and yes wherever it says yes', () => {
    const ajv = jsonSchemaCheck()
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES), schema, { minKeys: 1 }),
        fc.subarray(NAMES),
        fc.dictionary(fc.constantFrom(...NAMES, 'c.foreign'), value),
        (properties, demanded, answers: FormAnswers) => {
          const required = demanded.filter((name) => name in properties)
          const form = formOf(properties, { required })
          const given = { ...answers, ...visibleAnswers(form, answers, {}) }
          for (const name of Object.keys(given))
            if (name in properties && !(name in visibleAnswers(form, answers, {})))
              delete given[name]
          const isValid = ajv.compile(form.schema)(given)
          expect(checkAnswers(form, answers, {}).length === 0).toBe(isValid)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is told nothing new by what visibleAnswers keeps', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES), schema, { minKeys: 1 }),
        fc.dictionary(fc.constantFrom(...NAMES), value),
        (properties, answers) => {
          const form = formOf(properties)
          const kept = visibleAnswers(form, answers, {})
          expect(visibleAnswers(form, kept, {})).toEqual(kept)
          const known = Object.fromEntries(
            Object.entries(answers).filter(([name]) => name in properties),
          )
          expect(checkAnswers(form, kept, {})).toEqual(checkAnswers(form, known, {}))
        },
      ),
    )
  })
})

import type { Situation } from '../../domain/catalogue/situation.ts'
import type {
  FieldFormat,
  FieldSchema,
  FieldValue,
  FormAnswers,
  FormDefinition,
} from '../../domain/form/form-definition.ts'
import { visibleFields } from '../../domain/form/visible-answers.ts'
import { textForPattern } from './text-for-pattern.ts'

const OF_FORMAT: Readonly<Record<FieldFormat, string>> = {
  date: '2020-03-09',
  'id-card': '513201199003070014',
  'credit-code': '91350100M000100Y43',
  phone: '13800000000',
  postcode: '624000',
  county: '513201',
  money: '100',
}

/**
 * Answers to every field that this situation shows, field by field, since an answer may show the next. A field that no
 * answer was found for stays empty: whether that is a fault the form's own rules say.
 */
export function madeUpAnswers(form: FormDefinition, situation: Situation): FormAnswers {
  const answers: Record<string, FieldValue> = {}
  const fields = form.layout.reduce((sum, { fields: own }) => sum + own.length, 0)
  for (let round = 0; round <= fields; round += 1) {
    const open = visibleFields(form, answers, situation).filter(
      ({ element }) => answers[element] === undefined,
    )
    const before = Object.keys(answers).length
    for (const { element } of open) {
      const schema = form.schema.properties[element]
      const value = schema === undefined ? undefined : valueFor(schema)
      if (value !== undefined) answers[element] = value
    }
    if (Object.keys(answers).length === before) break
  }
  return answers
}

function valueFor(schema: FieldSchema): FieldValue | undefined {
  switch (schema.type) {
    case 'boolean':
      return true
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1))
    case 'array':
      return (schema.items?.enum ?? ['试办']).slice(0, Math.max(1, schema.minItems ?? 1))
    case 'string':
      return textFor(schema)
  }
}

function textFor({ enum: options, format, pattern, minLength = 0, maxLength = 20 }: FieldSchema) {
  if (options !== undefined) return options[0]
  if (format !== undefined) return OF_FORMAT[format]
  if (pattern !== undefined) return textForPattern(pattern, minLength)
  return '试办'
    .repeat(Math.ceil(Math.max(minLength, 2) / 2))
    .slice(0, Math.max(maxLength, minLength))
}

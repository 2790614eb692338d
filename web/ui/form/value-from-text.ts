import type { FieldSchema, FieldValue } from '../../../domain/form/form-definition.ts'

/** What was typed as an answer: a number where it reads as one, otherwise as it stands, right or wrong; null: nothing. */
export function valueFromText(schema: Pick<FieldSchema, 'type'>, text: string): FieldValue | null {
  if (text === '') return null
  if (schema.type !== 'number' && schema.type !== 'integer') return text
  // 12. and 1.50 are on their way to a number and would lose what was typed.
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/.test(text) ? Number(text) : text
}

/** An answer as its field shows it. */
export function textFromValue(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

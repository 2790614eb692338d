import type { LocalDate } from '../shared/ids.ts'
import { formatFault } from './check-format.ts'
import { isMatch } from './field-pattern.ts'
import type { FieldSchema, FieldValue } from './form-definition.ts'

/** A text without its own limit. */
export const LONGEST_TEXT = 2_000

// Control characters, halves of characters, and marks that turn the reading direction: never typed on purpose.
const FORBIDDEN = /[^\P{Cc}\n\r\t]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u

/** What is wrong with one answer by its field's schema, in Chinese; null: nothing. Markup is text like any other. */
export function valueFault(
  schema: FieldSchema,
  value: FieldValue,
  today: LocalDate,
): string | null {
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? textFault(schema, value, today) : '应为文字'
    case 'number':
    case 'integer':
      return typeof value === 'number' ? numberFault(schema, value, today) : '应为数字'
    case 'boolean':
      return typeof value === 'boolean' ? null : '请选择是或者否'
    case 'array':
      return isTexts(value) ? choicesFault(schema, value) : '请从选项中选择'
  }
}

function textFault(schema: FieldSchema, text: string, today: LocalDate): string | null {
  const { minLength = 0, maxLength = LONGEST_TEXT, pattern, format } = schema
  if (FORBIDDEN.test(text)) return '含有不能打印的字符，请删除后重新填写'
  if (schema.enum !== undefined && !schema.enum.includes(text)) return '请从选项中选择'
  const length = lengthOf(text)
  if (length > maxLength) return `最多 ${maxLength} 个字，现为 ${length} 个字`
  if (length < minLength) return `至少 ${minLength} 个字，现为 ${length} 个字`
  if (pattern !== undefined && !isMatch(pattern, text)) return '格式不符，请按填写说明填写'
  return format === undefined ? null : formatFault(format, text, today)
}

function numberFault(schema: FieldSchema, value: number, today: LocalDate): string | null {
  const { minimum = -Infinity, maximum = Infinity } = schema
  if (!Number.isFinite(value)) return '应为数字'
  if (schema.type === 'integer' && !Number.isInteger(value)) return '应为整数'
  if (value < minimum) return `不能小于 ${minimum}`
  if (value > maximum) return `不能大于 ${maximum}`
  return schema.format === undefined ? null : formatFault(schema.format, String(value), today)
}

function choicesFault(schema: FieldSchema, values: readonly string[]): string | null {
  const { items, minItems = 0, maxItems = Infinity, uniqueItems = false } = schema
  const allowed = items === undefined ? null : new Set(items.enum)
  if (values.some((value) => FORBIDDEN.test(value) || allowed?.has(value) === false))
    return '请从选项中选择'
  if (values.length < minItems) return `至少选择 ${minItems} 项`
  if (values.length > maxItems) return `最多选择 ${maxItems} 项`
  return uniqueItems && new Set(values).size < values.length ? '同一选项只能选一次' : null
}

function isTexts(value: FieldValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** In characters, as JSON Schema counts: a rare ideograph is one. */
function lengthOf(text: string): number {
  let length = 0
  for (const _character of text) length += 1
  return length
}

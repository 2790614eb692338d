import { patternFault } from './field-pattern.ts'
import type { FieldSchema } from './form-definition.ts'

const BELONG: Readonly<Record<FieldSchema['type'], readonly (keyof FieldSchema)[]>> = {
  string: ['enum', 'format', 'minLength', 'maxLength', 'pattern'],
  number: ['format', 'minimum', 'maximum'],
  integer: ['format', 'minimum', 'maximum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
}

/** Why no field can be made of a schema, in Chinese; empty: one can. */
export function schemaFaults(schema: FieldSchema): string[] {
  const { type, format, title } = schema
  const allowed: readonly string[] = ['type', 'title', 'description', ...BELONG[type]]
  const foreign = Object.keys(schema).filter((key) => !allowed.includes(key))
  const isOddFormat = type !== 'string' && format !== undefined && format !== 'money'
  return [
    ...(title.trim() === '' ? ['没有名称'] : []),
    ...(foreign.length > 0 ? [`这种类型的项目不能规定 ${foreign.join('、')}`] : []),
    ...(isOddFormat ? ['这种格式的项目须为文字'] : []),
    ...patternFaults(schema),
    ...choiceFaults(schema),
    ...rangeFaults(schema),
  ]
}

function patternFaults({ pattern }: FieldSchema): string[] {
  const fault = pattern === undefined ? null : patternFault(pattern)
  return fault === null ? [] : [`格式规则不能使用：${fault}`]
}

function choiceFaults({ type, items, minItems = 0, enum: choices }: FieldSchema): string[] {
  const isShort = items !== undefined && new Set(items.enum).size < minItems
  return [
    ...(type === 'array' && items === undefined ? ['多选项没有列出选项'] : []),
    ...(isShort ? ['选项少于最少项数'] : []),
    ...[choices, items?.enum].flatMap((options) =>
      options !== undefined && new Set(options).size < options.length ? ['选项重复'] : [],
    ),
  ]
}

function rangeFaults(schema: FieldSchema): string[] {
  return [
    ...(isEmpty(schema.minLength, schema.maxLength) ? ['最少字数大于最多字数'] : []),
    ...(isEmpty(schema.minimum, schema.maximum) ? ['最小值大于最大值'] : []),
    ...(isEmpty(schema.minItems, schema.maxItems) ? ['最少项数大于最多项数'] : []),
  ]
}

function isEmpty(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high
}

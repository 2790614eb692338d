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
  const { type, format, pattern, items, minItems = 0 } = schema
  const allowed: readonly string[] = ['type', 'title', 'description', ...BELONG[type]]
  const foreign = Object.keys(schema).filter((key) => !allowed.includes(key))
  const bad = pattern === undefined ? null : patternFault(pattern)
  return [
    ...(schema.title.trim() === '' ? ['没有名称'] : []),
    ...(foreign.length > 0 ? [`这种类型的项目不能规定 ${foreign.join('、')}`] : []),
    ...(type === 'array' && items === undefined ? ['多选项没有列出选项'] : []),
    ...(type !== 'string' && format !== undefined && format !== 'money'
      ? ['这种格式的项目须为文字']
      : []),
    ...(bad === null ? [] : [`格式规则不能使用：${bad}`]),
    ...(isEmpty(schema.minLength, schema.maxLength) ? ['最少字数大于最多字数'] : []),
    ...(isEmpty(schema.minimum, schema.maximum) ? ['最小值大于最大值'] : []),
    ...(isEmpty(schema.minItems, schema.maxItems) ? ['最少项数大于最多项数'] : []),
    ...(schema.uniqueItems && items !== undefined && items.enum.length < minItems
      ? ['选项少于最少项数']
      : []),
    ...[schema.enum, items?.enum].flatMap((options) =>
      options !== undefined && new Set(options).size < options.length ? ['选项重复'] : [],
    ),
  ]
}

function isEmpty(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high
}

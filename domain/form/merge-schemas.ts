import type { FieldSchema } from './form-definition.ts'

/** Two demands on one fact as one: the stricter of each; `conflict` says in Chinese why no answer can meet both. */
export function mergeSchemas(
  first: FieldSchema,
  second: FieldSchema,
): { readonly schema: FieldSchema; readonly conflict: string | null } {
  const conflicts: string[] = []
  const oneOf = <Value>(name: string, a: Value | undefined, b: Value | undefined) => {
    if (a !== undefined && b !== undefined && a !== b) conflicts.push(`${name}不同`)
    return a ?? b
  }
  const both = (a: readonly string[] | undefined, b: readonly string[] | undefined) => {
    const common = a === undefined || b === undefined ? (a ?? b) : a.filter(inSet(b))
    if (common?.length === 0) conflicts.push('选项没有相同的')
    return common
  }
  const isNumber = [first.type, second.type].every(
    (type) => type === 'integer' || type === 'number',
  )
  const items = both(first.items?.enum, second.items?.enum)
  const merged: Loose<FieldSchema> = {
    ...first,
    type: isNumber && second.type === 'integer' ? 'integer' : first.type,
    description: first.description ?? second.description,
    enum: both(first.enum, second.enum),
    format: oneOf('格式', first.format, second.format),
    pattern: oneOf('格式', first.pattern, second.pattern),
    minLength: most(first.minLength, second.minLength),
    maxLength: least(first.maxLength, second.maxLength),
    minimum: most(first.minimum, second.minimum),
    maximum: least(first.maximum, second.maximum),
    items: items === undefined ? undefined : { type: 'string', enum: items },
    minItems: most(first.minItems, second.minItems),
    maxItems: least(first.maxItems, second.maxItems),
    uniqueItems: first.uniqueItems || second.uniqueItems || undefined,
  }
  if (!isNumber && first.type !== second.type) conflicts.push('类型不同')
  if (isEmpty(merged.minLength, merged.maxLength)) conflicts.push('字数要求不能同时满足')
  if (isEmpty(merged.minimum, merged.maximum)) conflicts.push('数值范围没有相同的部分')
  if (isEmpty(merged.minItems, merged.maxItems)) conflicts.push('选择的项数不能同时满足')
  return { schema: stated(merged), conflict: conflicts.length > 0 ? conflicts.join('，') : null }
}

type Loose<T> = { -readonly [K in keyof T]: T[K] | undefined }

function stated(schema: Loose<FieldSchema>): FieldSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  ) as unknown as FieldSchema
}

function inSet(values: readonly string[]): (value: string) => boolean {
  const set = new Set(values)
  return (value) => set.has(value)
}

function most(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}

function isEmpty(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high
}

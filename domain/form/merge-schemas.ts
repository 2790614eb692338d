import type { FieldSchema } from './form-definition.ts'

/** Two demands on one fact as one: the stricter of each; `conflict` says in Chinese why no answer can meet both. */
export function mergeSchemas(
  first: FieldSchema,
  second: FieldSchema,
): { readonly schema: FieldSchema; readonly conflict: string | null } {
  const items = common(first.items?.enum, second.items?.enum)
  const merged: Loose<FieldSchema> = {
    ...second,
    ...first,
    type: commonType(first.type, second.type) ?? first.type,
    enum: common(first.enum, second.enum),
    minLength: most(first.minLength, second.minLength),
    maxLength: least(first.maxLength, second.maxLength),
    minimum: most(first.minimum, second.minimum),
    maximum: least(first.maximum, second.maximum),
    items: items && { type: 'string', enum: items },
    minItems: most(first.minItems, second.minItems),
    maxItems: least(first.maxItems, second.maxItems),
  }
  if (second.uniqueItems === true) merged.uniqueItems = true
  const conflicts = [
    ...(commonType(first.type, second.type) === null ? ['类型不同'] : []),
    ...(differ(first.format, second.format) ? ['格式不同'] : []),
    ...(differ(first.pattern, second.pattern) ? ['格式规则不同'] : []),
    ...conflictsIn(merged),
  ]
  return { schema: stated(merged), conflict: conflicts.length > 0 ? conflicts.join('，') : null }
}

function conflictsIn(merged: Loose<FieldSchema>): string[] {
  const hasNoChoice = merged.enum?.length === 0 || merged.items?.enum.length === 0
  return [
    ...(hasNoChoice ? ['没有相同的选项'] : []),
    ...(isEmpty(merged.minLength, merged.maxLength) ? ['字数要求不能同时满足'] : []),
    ...(isEmpty(merged.minimum, merged.maximum) ? ['数值范围没有相同的部分'] : []),
    ...(isEmpty(merged.minItems, merged.maxItems) ? ['选择的项数不能同时满足'] : []),
  ]
}

/** A whole number is a number too. */
function commonType(a: FieldSchema['type'], b: FieldSchema['type']): FieldSchema['type'] | null {
  if (a === b) return a
  const both: readonly string[] = [a, b]
  return both.includes('integer') && both.includes('number') ? 'integer' : null
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

function common(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const set = new Set(b)
  return a.filter((value) => set.has(value))
}

type Loose<T> = { -readonly [K in keyof T]: T[K] | undefined }

function stated(schema: Loose<FieldSchema>): FieldSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  ) as unknown as FieldSchema
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

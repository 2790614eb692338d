import { type Column, textOf, valueAt } from './column.ts'

/** One difference between two versions, for two columns side by side. */
export type DiffLine = {
  /** `materials.3.basis` */
  readonly part: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly kind: 'added' | 'removed' | 'changed'
}

/** Column by column; equal columns say nothing. */
export function compareFields(
  columns: readonly Column[],
  before: unknown,
  after: unknown,
  { part = '', label = '' }: { readonly part?: string; readonly label?: string } = {},
): DiffLine[] {
  return columns.flatMap((column) =>
    line(
      `${part}${column.key}`,
      `${label}${column.label}`,
      textOf(column, valueAt(before, column.key)),
      textOf(column, valueAt(after, column.key)),
    ),
  )
}

/** Sentences: what stands in both says nothing, wherever it stands; the rest is paired in order. */
export function compareLists(
  part: string,
  label: string,
  before: readonly string[],
  after: readonly string[],
): DiffLine[] {
  const gone = without(before, after)
  const come = without(after, before)
  if (gone.length === 0 && come.length === 0 && before.join('\n') !== after.join('\n'))
    return line(part, `${label}（顺序）`, before.join('\n'), after.join('\n'))
  const pairs = Math.max(gone.length, come.length)
  return Array.from({ length: pairs }, (_, index) =>
    line(`${part}.${index}`, label, gone[index] ?? '', come[index] ?? ''),
  ).flat()
}

export type RecordKind = {
  readonly part: string
  /** 材料 */
  readonly label: string
  readonly columns: readonly Column[]
  /** What a record is known by from one version to the next. */
  readonly key: string
  /** Beside it, for a record whose key was rewritten. */
  readonly secondKey?: string
}

/** Records found again by their key; one that is not found again is gone as a whole. */
export function compareRecords(
  { part, label, columns, key, secondKey }: RecordKind,
  before: readonly unknown[],
  after: readonly unknown[],
): DiffLine[] {
  const pairs = paired(before, after, key, secondKey)
  return pairs.flatMap(({ was, is }, index) => {
    const name = String(valueAt(is ?? was, key))
    const place = `${part}.${index}.`
    const title = `${label}“${name}”`
    if (was === undefined || is === undefined)
      return line(place.slice(0, -1), title, whole(columns, was), whole(columns, is))
    return compareFields(columns, was, is, { part: place, label: `${title} · ` })
  })
}

type Pair = { readonly was?: unknown; readonly is?: unknown }

/** In the order of the later version, then what is gone. */
function paired(
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  secondKey: string | undefined,
): Pair[] {
  const free = new Set(before)
  const take = (by: string, record: unknown) => {
    const found = [...free].find((one) => valueAt(one, by) === valueAt(record, by))
    if (found !== undefined) free.delete(found)
    return found
  }
  const byKey = after.map((is) => ({ is, was: take(key, is) }))
  const all = byKey.map(({ is, was }): Pair => {
    const found = was ?? (secondKey === undefined ? undefined : take(secondKey, is))
    return found === undefined ? { is } : { is, was: found }
  })
  return [...all, ...[...free].map((was): Pair => ({ was }))]
}

/** A whole record in one cell. */
function whole(columns: readonly Column[], record: unknown): string {
  if (record === undefined) return ''
  return columns
    .flatMap((column) => {
      const text = textOf(column, valueAt(record, column.key))
      return text === '' ? [] : [`${column.label}：${text}`]
    })
    .join('\n')
}

function line(part: string, label: string, before: string, after: string): DiffLine[] {
  if (before === after) return []
  const changed = after === '' ? 'removed' : 'changed'
  return [{ part, label, before, after, kind: before === '' ? 'added' : changed }]
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return texts.filter((text) => {
    const at = left.indexOf(text)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

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
  {
    part = '',
    label = '',
    earlier = columns,
  }: {
    readonly part?: string
    readonly label?: string
    readonly earlier?: readonly Column[]
  } = {},
): DiffLine[] {
  return columns.flatMap((column, at) => {
    const [was, is] = [valueAt(before, column.key), valueAt(after, column.key)]
    // The same question reworded: what names it has not changed.
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return line(
      `${part}${column.key}`,
      `${label}${column.label}`,
      textOf(earlier[at] ?? column, was),
      textOf(column, is),
    )
  })
}

/** Sentences: what stands in both says nothing, wherever it stands; the rest is paired in order. */
export function compareLists(
  part: string,
  label: string,
  before: readonly string[],
  after: readonly string[],
  /** Of lists that hold places instead of sentences: what each version calls them. */
  words: { readonly before: (one: string) => string; readonly after: (one: string) => string } = {
    before: (one) => one,
    after: (one) => one,
  },
): DiffLine[] {
  const gone = without(before, after).map(words.before)
  const come = without(after, before).map(words.after)
  if (gone.length === 0 && come.length === 0 && before.join('\n') !== after.join('\n'))
    return line(
      part,
      `${label}（顺序）`,
      before.map(words.before).join('\n'),
      after.map(words.after).join('\n'),
    )
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
  /** What people call a record; its key, where that is not a code. */
  readonly name?: string
}

/** Records found again by their key; one that is not found again is gone as a whole. */
export function compareRecords(
  kind: RecordKind,
  before: readonly unknown[],
  after: readonly unknown[],
  /** Columns of the earlier version, where they name its own parts otherwise. */
  earlier: readonly Column[] = kind.columns,
): DiffLine[] {
  const { part, label, columns, key, secondKey } = kind
  const pairs = paired(before, after, key, secondKey)
  return pairs.flatMap(({ was, is }, index) => {
    const name = String(valueAt(is ?? was, kind.name ?? key))
    const place = `${part}.${index}.`
    const title = `${label}“${name}”`
    if (was === undefined || is === undefined)
      return line(place.slice(0, -1), title, whole(earlier, was), whole(columns, is))
    return compareFields(columns, was, is, { part: place, label: `${title} · `, earlier })
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

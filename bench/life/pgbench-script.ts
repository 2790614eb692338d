import type { CapturedLife, SentStatement } from './capture-life.ts'

/** Stands for the part of an id that each life has for itself. Twelve digits, as an id of ours begins with. */
const MARK = 'feedfacecafe'
const OWN_PART = `lpad(to_hex(:n::bigint), ${MARK.length}, '0')`
const LONG_TEXT = 60

/** The types of a statement's parameters, as the server names them. */
export type ParameterTypes = (text: string) => Promise<readonly string[]>

/**
 * The captured life as a script of pgbench: the same statements with the same values, but that every id has a part of its
 * own in each life. `:n` is unique among all lives; long texts are made anew each time, so that the server reads them as
 * if they had come over the line.
 */
export async function pgbenchScript(
  { statements, ids }: CapturedLife,
  parameterTypes: ParameterTypes,
): Promise<string> {
  const ownIds = new Map(ids.map((id, index) => [id, ownId(id, index)]))
  const anyId = new RegExp([...ownIds.keys()].join('|'), 'g')
  const marked = (text: string) => text.replaceAll(anyId, (id) => ownIds.get(id) ?? id)
  const lines = ['\\set i :i + 1', '\\set n :base + :i * 64 + :client_id']
  for (const statement of statements)
    lines.push(`${written(statement, await parameterTypes(statement.text), marked)};`)
  return `${lines.join('\n')}\n`
}

/** Of the same length, in the order of making, and never an id that another life has. */
function ownId(id: string, index: number): string {
  const part = String(index).padStart(2, '0')
  // An id of 36 characters: the hyphen after the eighth may be absent. A code has sixteen.
  return id.length === 36 ? `${MARK}-70${part}-8000-000000000000` : `VC${part}${MARK}`
}

function written(
  { text, values }: SentStatement,
  types: readonly string[],
  marked: (text: string) => string,
): string {
  return text.trim().replaceAll(/\$(\d+)/g, (_, place: string) => {
    const index = Number(place) - 1
    return `(${expression(values[index], marked)})::${types[index] ?? 'text'}`
  })
}

function expression(value: unknown, marked: (text: string) => string): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Buffer.isBuffer(value)) return literal(`\\x${value.toString('hex')}`)
  const text = marked(typeof value === 'string' ? value : JSON.stringify(value))
  const isOwn = text.includes(MARK)
  return isOwn || text.length > LONG_TEXT
    ? `replace(${literal(text)}, '${MARK}', ${OWN_PART})`
    : literal(text)
}

/** Without a colon, which would begin a variable of pgbench's. */
function literal(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replaceAll(':', '\\x3a')
    .replaceAll('\n', '\\n')
  return `E'${escaped}'`
}

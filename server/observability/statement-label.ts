import { createHash } from 'node:crypto'

const MOST_TABLES = 3
const MOST_LABELS = 400
const TABLE = /\b(?:from|join|into|update)\s+([a-z_]+)/g
const FUNCTION = /^\s*select\s+([a-z_]+)\s*\(/

/** `select application,command_log #3f2a`: verb, first tables and a mark of the text, which is a constant of the program. */
export function statementLabels(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const label = known.get(text)
    if (label !== undefined) return label
    if (known.size >= MOST_LABELS) return 'other'
    const made = labelOf(text)
    known.set(text, made)
    return made
  }
}

function labelOf(text: string): string {
  const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'statement'
  const tables = [...new Set([...text.matchAll(TABLE)].map(([, table = '']) => table))]
  const about = tables.length === 0 ? (FUNCTION.exec(text)?.[1] ?? '') : tables
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 4)
  return `${verb} ${[about].flat().slice(0, MOST_TABLES).join(',')} #${mark}`.replace('  ', ' ')
}

import { COST, type Input, LOAD, MACHINE, PLACES } from './scale-inputs.ts'
import { type Scale, scaleOf } from './scale-of.ts'

export const MARKS = ['<!-- scale -->', '<!-- end of scale -->'] as const

/** Inputs and results in Markdown, as they stand between the marks of docs/scale.md. */
export function scaleTables(): string {
  const inputs = [COST, LOAD, MACHINE].flatMap((group): readonly Input[] => Object.values(group))
  const places = PLACES.map(({ name, inhabitants }) => ({
    name,
    inhabitants,
    scale: scaleOf(inhabitants),
  }))
  const row = (what: string, of: (scale: Scale) => number, digits = 1) =>
    line([what, ...places.map(({ scale }) => number(of(scale), digits))])
  return [
    line(['input', 'value', 'unit', 'source', 'taken from']),
    line(['---', '---:', '---', '---', '---']),
    ...inputs.map(({ what, value, unit, source, from }) =>
      line([what, String(value), unit, source === 'measured' ? '**measured**' : source, from]),
    ),
    '',
    line(['', ...places.map(({ name }) => name)]),
    line(['---', ...places.map(() => '---:')]),
    line(['inhabitants', ...places.map(({ inhabitants }) => number(inhabitants, 0))]),
    row('applications a year', ({ yearly }) => yearly, 0),
    row('applications a second, busiest hour', ({ peak }) => peak, 2),
    row('commands a second', ({ commands }) => commands),
    row('reads a second', ({ reads }) => reads),
    row('cores busy: servers', ({ serverCores }) => serverCores, 2),
    row('cores busy: PostgreSQL', ({ postgresCores }) => postgresCores, 2),
    row('cores busy: the same through Citus', ({ citusCores }) => citusCores, 2),
    row('write-ahead log with files, MB/s', ({ log }) => log),
    row('rows and indexes, TB a year', ({ rows }) => rows, 2),
    row('PDFs and scanned materials, TB a year', ({ files }) => files, 2),
    row('PostgreSQL machines by cores', ({ byCores }) => byCores, 0),
    row('PostgreSQL machines by disk, files outside', ({ byRows }) => byRows, 0),
    row('PostgreSQL machines by disk, files inside', ({ byDisk }) => byDisk, 0),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function number(value: number, digits: number): string {
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** The document with the tables between its marks. */
export function withTables(document: string): string {
  const [begin, end] = MARKS.map((mark) => document.indexOf(mark))
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`docs/scale.md has no ${MARKS.join(' … ')}`)
  return `${document.slice(0, begin + MARKS[0].length)}\n\n${scaleTables()}\n\n${document.slice(end)}`
}

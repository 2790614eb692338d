import { median, percentiles } from '../percentiles.ts'
import type { Measured, SectionReport } from '../section.ts'
import type { RoundFigures } from './measure-rounds.ts'
import { figure } from '../figure.ts'
import type { RowsWritten } from './database-figures.ts'
import { PGBENCH_HINT } from './run-pgbench.ts'
import type { LifeWork } from './work-of-a-life.ts'
import type { WithPapers } from './with-papers.ts'

export type LifeMeasurements = {
  readonly applications: number
  readonly atOnce: number
  readonly commandsALife: number
  readonly http: readonly RoundFigures[]
  /** The same rounds by pgbench; empty where there is none. */
  readonly base: readonly RoundFigures[]
  readonly work: LifeWork
  /** Bytes, the most the server had without papers. */
  readonly memory: number
  readonly papers: WithPapers
  readonly small: { readonly applications: number; readonly log: number }
}

const rate = ({ commands, seconds }: RoundFigures) => commands / seconds
const MEGA = 1e6

export function lifeReport(measurements: LifeMeasurements): SectionReport {
  const { http, base, memory, papers, small } = measurements
  const ratios = base.flatMap((raw, index) => {
    const ours = http[index]
    return ours === undefined ? [] : [(100 * rate(ours)) / rate(raw)]
  })
  const of = (pick: (figures: RoundFigures) => number) => median(http.map(pick))
  const waits = percentiles(http.flatMap((figures) => figures.waits))
  const growth =
    100 * (median((base.length > 0 ? base : http).map(({ log }) => log)) / small.log - 1)
  const { played } = papers
  const measured: Measured[] = [
    ...(ratios.length === 0
      ? []
      : [
          figure('commands through HTTP, of what raw pgbench does', median(ratios), '%', {
            atLeast: 60,
          }),
        ]),
    figure('commands through HTTP', of(rate), '/s'),
    ...(base.length === 0 ? [] : [figure('commands by pgbench', median(base.map(rate)), '/s')]),
    figure(
      'whole lives through HTTP',
      of(({ lives, seconds }) => lives / seconds),
      '/s',
    ),
    figure(
      'processor time of the server, a command',
      of(({ cpu }) => cpu.node),
      'ms',
    ),
    figure(
      'processor time of PostgreSQL, a command',
      of(({ cpu }) => cpu.postgres),
      'ms',
    ),
    figure(
      'processor time of the client, a command',
      of(({ cpu }) => cpu.client),
      'ms',
    ),
    figure('a command, 95th percentile', waits.p95, 'ms'),
    figure('log a command writes (kB)', of(({ log }) => log) / 1_000, ''),
    figure('growth of that log with the region', Math.abs(growth), '%', { atMost: 5 }),
    figure('memory of the server, at most', memory / MEGA, 'MB', { atMost: 400 }),
    figure('commands while papers are made', played.commands / played.seconds, '/s'),
    figure('papers typeset, sealed and kept', papers.papers / papers.seconds, '/s'),
    figure('memory of the server with papers, at most', papers.peakMemory / MEGA, 'MB'),
  ]
  return { measured, details: details(measurements, ratios) }
}

function details(measurements: LifeMeasurements, ratios: readonly number[]): string {
  const { applications, atOnce, commandsALife, http, base, work, papers, small } = measurements
  const spread =
    ratios.length === 0
      ? PGBENCH_HINT
      : `Ratio: median ${median(ratios).toFixed(1)} % (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)}) of ${ratios.length} rounds.`
  return [
    `${atOnce} lives at once of ${commandsALife} commands each, from receipt to archive, on a copy of a region of ${applications} applications. ` +
      'Server, PostgreSQL and the sender of the load share the machine. pgbench (prepared) sends the statements of the same lives with their values, ids made anew. ' +
      'Typesetting is off in both; with it on, the last figures.',
    '',
    spread,
    '',
    '| round | HTTP /s | pgbench /s | CPU ms: server | PostgreSQL | client | PostgreSQL under pgbench | pgbench | log + pages, B: HTTP | pgbench |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...http.map((ours, index) => roundRow(index + 1, ours, base[index])),
    '',
    'Rows a life inserts + updates, every life once, HTTP | pgbench:',
    '',
    rowsLine(work),
    '',
    `Log of a command at ${small.applications} applications: ${small.log.toFixed(0)} B, pages written whole after a checkpoint apart.`,
    '',
    `With papers: ${papers.played.commands} commands of ${papers.played.lives} lives in ${papers.played.seconds.toFixed(1)} s, ` +
      `${papers.papers} papers done ${papers.seconds.toFixed(1)} s after the first command, ` +
      `${((papers.cpuSeconds * 1_000) / Math.max(papers.papers, 1)).toFixed(0)} ms of the server's processor time a paper, commands included; ` +
      `95 of 100 commands took at most ${percentiles(papers.played.waits).p95.toFixed(0)} ms.`,
  ].join('\n')
}

function roundRow(round: number, http: RoundFigures, base: RoundFigures | undefined): string {
  const two = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2))
  const whole = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0))
  const cells = [
    String(round),
    whole(rate(http)),
    whole(base && rate(base)),
    two(http.cpu.node),
    two(http.cpu.postgres),
    two(http.cpu.client),
    two(base?.cpu.postgres),
    two(base?.cpu.client),
    `${whole(http.log)} + ${whole(http.pages)}`,
    base === undefined ? '–' : `${whole(base.log)} + ${whole(base.pages)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function rowsLine({ http, raw }: LifeWork): string {
  const told = (rows: RowsWritten | undefined, table: string) => {
    const { inserted, updated } = rows?.get(table) ?? { inserted: 0, updated: 0 }
    return `${inserted.toFixed(1)} + ${updated.toFixed(1)}`
  }
  return [...http.keys()]
    .toSorted()
    .map((table) => `${table} ${told(http, table)} | ${raw ? told(raw, table) : '–'}`)
    .join('; ')
}

import type { Machine } from './machine.ts'
import type { Measured, SectionName, SectionReport, Target } from './section.ts'

export type RunSection = {
  readonly name: SectionName
  readonly title: string
  /** Seconds it took. */
  readonly seconds: number
  /** What went wrong, when it did not come to its end. */
  readonly outcome: SectionReport | { readonly failed: string }
}

export type RunReport = {
  readonly quick: boolean
  readonly date: string
  readonly commit: string
  readonly machine: Machine
  readonly postgres: string
  /** Share of the processors in use by others at the start, 0–1. */
  readonly busy: number
  readonly sections: readonly RunSection[]
}

/** Below this the machine counts as its own. */
export const BUSY_LIMIT = 0.25

/** True when a target is kept; a figure without a target keeps it. */
export function isMet({ target, value }: Pick<Measured, 'target' | 'value'>): boolean {
  if (target === null) return true
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}

/** Target, measured and ratio as one Markdown table, then each section's own words. */
export function reportText(report: RunReport): string {
  const rows = report.sections.flatMap(({ name, outcome }) =>
    'failed' in outcome
      ? [`| ${name} | did not finish | | | | ✗ |`]
      : outcome.measured.map((measured) => row(name, measured)),
  )
  return [
    heading(report),
    '',
    '| section | figure | target | measured | measured ÷ target | kept |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...report.sections.flatMap(sectionText),
    '',
  ].join('\n')
}

function heading({ quick, date, commit, machine, postgres, busy }: RunReport): string {
  const gigabytes = Math.round(machine.memory / 2 ** 30)
  const scope = quick ? '`npm run bench -- --quick`' : '`npm run bench`'
  const crowd =
    busy > BUSY_LIMIT
      ? ` **Other work used ${Math.round(busy * 100)} % of the processors at the start: trust the ratios, not the times.**`
      : ''
  return (
    `${scope}, ${date}, commit ${commit}: ${machine.cores} cores (${machine.processor}), ${gigabytes} GiB, ` +
    `${machine.system}, Node ${machine.node}, ${postgres}, fdatasync ${machine.fdatasync.toFixed(2)} ms, ` +
    `load average ${machine.loadAverage.toFixed(1)}; server, PostgreSQL and load on the same cores, fsync on.${crowd}`
  )
}

function row(section: SectionName, measured: Measured): string {
  const { what, target, value, unit } = measured
  const limit = target === null ? undefined : 'atMost' in target ? target.atMost : target.atLeast
  const ratio = limit === undefined || limit === 0 ? '' : (value / limit).toFixed(2)
  const kept = target === null ? '' : isMet(measured) ? '✓' : '✗'
  return `| ${section} | ${what} | ${targetText(target, unit)} | ${figure(value)} ${unit} | ${ratio} | ${kept} |`
}

function targetText(target: Target, unit: string): string {
  if (target === null) return ''
  return 'atMost' in target ? `≤ ${target.atMost} ${unit}` : `≥ ${target.atLeast} ${unit}`
}

/** Three digits that count, and no more decimals than two. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return 'not known'
  const size = Math.abs(value)
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US')
  return value.toFixed(size >= 10 ? 1 : 2)
}

function sectionText({ name, title, seconds, outcome }: RunSection): string[] {
  const text = 'failed' in outcome ? `It did not finish: ${outcome.failed}` : outcome.details.trim()
  return ['', `## ${name}: ${title}`, '', `(${seconds.toFixed(0)} s)`, '', text]
}

const BEGIN = '<!-- report -->'
const END = '<!-- end of report -->'

/** The document with the report between its two marks; undefined when it has none. */
export function withReport(document: string, report: string): string | undefined {
  const from = document.indexOf(BEGIN)
  const to = document.indexOf(END)
  if (from < 0 || to < from) return undefined
  return `${document.slice(0, from + BEGIN.length)}\n\n${report.trim()}\n\n${document.slice(to)}`
}

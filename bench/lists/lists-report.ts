import { median } from '../percentiles.ts'
import type { Measured, SectionReport } from '../section.ts'
import type { Timing } from './measure-operations.ts'
import { AS_CLERK, AS_SUPERVISOR, type Group } from './operations.ts'

export type SizeFigures = {
  readonly applications: number
  readonly timings: readonly Timing[]
  /** With pages as long as those of the smallest region. */
  readonly sameLength: readonly Timing[]
  readonly cpu: readonly {
    readonly group: Group
    readonly server: number
    readonly postgres: number
  }[]
  readonly plans: readonly { readonly name: string; readonly plan: string }[]
}

type Growth = { readonly name: string; readonly factor: number }

const GROUPS: readonly Group[] = [
  'worklist',
  'term in a worklist',
  'counts',
  'search',
  'application page',
]
const MOST_LINES = 40
const AT_MOST_MS = { atMost: 20 }
const AT_MOST_GROWTH = { atMost: 1.5 }

export function listsReport(figures: readonly SizeFigures[]): SectionReport {
  const small = figures[0]
  const large = figures.at(-1)
  if (small === undefined || large === undefined) throw new Error('Nothing was measured')
  const growths = growthOf(small, large)
  const [worst] = growths
  const measured: Measured[] = [
    ...GROUPS.map((group) => ({
      what: `${group}, the slowest, 95th percentile, ${large.applications} applications`,
      target: AT_MOST_MS,
      value: Math.max(...ofGroup(large, group).map(({ p95 }) => p95)),
      unit: 'ms' as const,
    })),
    {
      what: `growth ${small.applications} → ${large.applications}, median of all operations`,
      target: AT_MOST_GROWTH,
      value: median(growths.map(({ factor }) => factor)),
      unit: '×',
    },
    {
      what: `growth ${small.applications} → ${large.applications}, the worst (${worst?.name ?? ''})`,
      target: AT_MOST_GROWTH,
      value: worst?.factor ?? Number.NaN,
      unit: '×',
    },
  ]
  const dearest = Math.max(...large.cpu.map(({ server, postgres }) => server + postgres))
  measured.push(
    {
      what: 'the same search, clerk against supervisor, medians',
      target: { atMost: 1.1 },
      value: medianOf(large, AS_CLERK) / medianOf(large, AS_SUPERVISOR),
      unit: '×',
    },
    {
      what: 'processor time a request, the dearest kind',
      target: null,
      value: dearest,
      unit: 'ms',
    },
  )
  return { measured, details: detailsOf(figures, growths) }
}

/** Of the medians, on pages of the same length, the worst first. */
function growthOf(small: SizeFigures, large: SizeFigures): Growth[] {
  const before = new Map(small.sameLength.map(({ operation, p50 }) => [operation.name, p50]))
  return large.sameLength
    .flatMap(({ operation: { name }, p50 }) => {
      const then = before.get(name)
      return then === undefined ? [] : [{ name, factor: p50 / then }]
    })
    .toSorted((a, b) => b.factor - a.factor)
}

function medianOf({ timings }: SizeFigures, name: string): number {
  return timings.find(({ operation }) => operation.name === name)?.p50 ?? Number.NaN
}

function ofGroup({ timings }: SizeFigures, group: Group): Timing[] {
  return timings.filter(({ operation }) => operation.group === group)
}

function detailsOf(figures: readonly SizeFigures[], growths: readonly Growth[]): string {
  const factors = new Map(growths.map(({ name, factor }) => [name, factor]))
  const last = figures.at(-1)
  const rows = (last?.timings ?? []).map(({ operation: { name } }) => {
    const cells = figures.map((size) => cellOf(size, name))
    return `| ${name} | ${cells.join(' | ')} | ${factors.get(name)?.toFixed(2) ?? '–'} |`
  })
  return [
    'Milliseconds by HTTP on one connection, in rounds over all operations: first touch / p50 / p95 / p99, and rows of the page.',
    'Growth compares medians on pages of the same length, since a small region has not enough rows to fill one; “cut” means that the answer says where it stopped looking.',
    '',
    `| operation | ${figures.map(({ applications }) => applications.toLocaleString('en')).join(' | ')} | growth |`,
    `| --- | ${figures.map(() => '---:').join(' | ')} | ---: |`,
    ...rows,
    '',
    `| processor time a request, ms (server + PostgreSQL) | ${figures.map(({ applications }) => applications.toLocaleString('en')).join(' | ')} |`,
    `| --- | ${figures.map(() => '---:').join(' | ')} |`,
    ...GROUPS.map(
      (group) => `| ${group} | ${figures.map((size) => cpuCell(size, group)).join(' | ')} |`,
    ),
    '',
    ...(last?.plans ?? []).flatMap(({ name, plan }) => [
      `Among the slowest: ${name}`,
      '',
      '```',
      shortened(plan),
      '```',
      '',
    ]),
  ].join('\n')
}

function shortened(plan: string): string {
  const lines = plan
    .split('\n')
    .map((line) => (line.length > 160 ? `${line.slice(0, 160)}…` : line))
  return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n')
}

function cellOf({ timings }: SizeFigures, name: string): string {
  const timing = timings.find(({ operation }) => operation.name === name)
  if (timing === undefined) return '–'
  const { first, p50, p95, p99, rows, cut } = timing
  const times = [first, p50, p95, p99].map((value) => value.toFixed(1)).join(' / ')
  return `${times}${rows === null ? '' : `, ${rows} rows`}${cut ? ', cut' : ''}`
}

function cpuCell({ cpu }: SizeFigures, group: Group): string {
  const found = cpu.find((one) => one.group === group)
  return found === undefined ? '–' : `${found.server.toFixed(2)} + ${found.postgres.toFixed(2)}`
}

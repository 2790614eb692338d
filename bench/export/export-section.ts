import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../server/database/with-client.ts'
import { openHttpClient } from '../http-client.ts'
import { percentiles } from '../percentiles.ts'
import type { BenchRegion } from '../region/bench-region.ts'
import type { Section, SectionReport } from '../section.ts'
import { signInAll } from '../sign-in.ts'
import { takeFile, type TakenFile } from './take-file.ts'
import { watched, type Watched } from './watched.ts'

const APPLICATIONS = { quick: 20_000, full: 1_000_000 }
const FORMATS = ['csv', 'xlsx'] as const
const CALM_MS = 3_000
const MEMORY_TARGET = { atMost: 200 }
/** Watermark and headings. */
const HEAD_LINES = 2

type Taken = Watched<TakenFile> & {
  readonly format: (typeof FORMATS)[number]
  /** Processor time of the server with its thread, without the database. */
  readonly cpuSeconds: number
}

/** A supervisor takes the whole list over HTTP, as CSV and as XLSX, while somebody else goes on reading. */
export const exportSection: Section = {
  name: 'export',
  title: 'the whole list of applications as CSV and XLSX: time, memory, delay for others',
  run: async (context) => {
    const region = await context.region(APPLICATIONS[context.quick ? 'quick' : 'full'])
    const { connectionString, people } = region
    const product = await context.startProduct({
      connectionString,
      dataFolder: context.scratch,
    })
    const client = openHttpClient({ port: product.port, connections: 1 })
    try {
      const [supervisor] = people.supervisors
      if (supervisor === undefined) throw new Error('The region has no supervisor')
      const cookies = await signInAll(client, [supervisor])
      const cookie = cookies.get(supervisor.username) ?? ''
      const rows = await listedRows(region)
      const calm = await watched(product, client, cookie, wait(CALM_MS))
      const taken: Taken[] = []
      for (const format of FORMATS) {
        const before = product.cpuSeconds()
        const path = `/api/applications/export?format=${format}`
        const one = await watched(product, client, cookie, takeFile(product.port, path, cookie))
        taken.push({ ...one, format, cpuSeconds: product.cpuSeconds() - before })
        context.say(lineOf(taken.at(-1), rows))
      }
      return report(calm, taken, rows, product.peakMemory())
    } finally {
      client.close()
    }
  },
}

/** Other sections may have left applications in the region. */
async function listedRows({ connectionString, regionCode }: BenchRegion): Promise<number> {
  const { rows } = await withClient(connectionString, (client) =>
    client.query<{ count: number }>(
      'select count(*)::int as count from application where region_code = $1',
      [regionCode],
    ),
  )
  return rows[0]?.count ?? 0
}

function report(
  calm: Watched<unknown>,
  taken: readonly Taken[],
  rows: number,
  peak: number,
): SectionReport {
  const delayBefore = percentiles(calm.delays)
  return {
    measured: [
      ...taken.flatMap(({ format, value, memory, delays }) => [
        { what: `${format}: ${rows} rows`, target: null, value: value.seconds, unit: 's' as const },
        {
          what: `${format}: rows`,
          target: null,
          value: rows / value.seconds,
          unit: '/s' as const,
        },
        {
          what: `${format}: memory over the idle server`,
          target: MEMORY_TARGET,
          value: megabytes(memory - calm.memory),
          unit: 'MB' as const,
        },
        {
          what: `${format}: another reader meanwhile, 95th percentile`,
          target: null,
          value: percentiles(delays).p95,
          unit: 'ms' as const,
        },
      ]),
      { what: 'whole server, peak', target: null, value: megabytes(peak), unit: 'MB' },
    ],
    details: [
      `Idle server ${megabytes(calm.memory).toFixed(0)} MB; a light read by somebody else before any export: ` +
        `median ${delayBefore.p50.toFixed(1)} ms, 95th percentile ${delayBefore.p95.toFixed(1)} ms. ` +
        `Both files on the same server, one after the other; the reader takes them as fast as they come.`,
      '',
      ...taken.map((one) => `- ${lineOf(one, rows)}`),
    ].join('\n'),
  }
}

function lineOf(taken: Taken | undefined, rows: number): string {
  if (taken === undefined) return ''
  const { format, value, memory, delays, cpuSeconds } = taken
  const told = format === 'csv' ? value.lines - HEAD_LINES : rows
  if (told !== rows) throw new Error(`The CSV has ${told} rows of ${rows}`)
  const { p50, p95, max } = percentiles(delays)
  return (
    `${format}: ${rows} rows, ${megabytes(value.bytes).toFixed(1)} MB in ${value.seconds.toFixed(1)} s, ` +
    `processor time a row ${((cpuSeconds / rows) * 1e6).toFixed(0)} µs without the database, ` +
    `at most ${megabytes(memory).toFixed(0)} MB; other reader ${p50.toFixed(1)} / ${p95.toFixed(1)} / ${max.toFixed(1)} ms ` +
    `(median, 95th, worst)`
  )
}

function megabytes(bytes: number): number {
  return bytes / 1e6
}

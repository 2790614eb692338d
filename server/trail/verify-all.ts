import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { newFindings, type Findings } from './findings.ts'
import { rangesOf } from './scan/ranges-of.ts'
import type { Depth, Range, RangeVerdict } from './scan/verify-range.ts'
import { verifyNumbers } from './verify-numbers.ts'
import { verifyRoots } from './verify-roots.ts'
import {
  openVerifyThreads,
  verifierOn,
  type Verifier,
  type VerifyThreads,
} from './verify-threads.ts'

export type VerifyOptions = {
  /** Public keys that may have signed daily roots; empty when none is known here. */
  readonly trusted: readonly string[]
  readonly now: Instant
  /** False leaves out the bytes of notices and materials, the slowest part. */
  readonly files: boolean
  /** False replays no state and leaves out columns outside the hash, and files: chains, heads, numbers, roots only. */
  readonly states?: boolean
  /** Without threads everything runs in this one, on `db`. */
  readonly threads?: Threads
  readonly onProgress?: (counts: VerifyCounts) => void
}

export type Threads = { readonly connectionString: string; readonly count: number }

export type VerifyCounts = {
  applications: number
  events: number
  files: number
  roots: number
  series: number
  /** Applications that were read the slow way: stored before their text was kept, or broken. */
  slow: number
}

export type VerifySummary = {
  readonly regions: readonly number[]
  readonly counts: Readonly<VerifyCounts>
  readonly findings: Findings
  /** How long the chains took, without numbers and roots. */
  readonly chainSeconds: number
  /** Days that are over and wait for their root. */
  readonly unpublished: readonly { readonly regionCode: number; readonly day: LocalDate }[]
}

/** Recomputes every chain, replays every state, and checks files, daily roots and numbers of every region. */
export async function verifyAll(db: Database, options: VerifyOptions): Promise<VerifySummary> {
  const { states = true, files } = options
  const depth = { states, files: states && files }
  const threads = await openThreads(db, depth, options.threads)
  try {
    return await verifyWith(db, threads.verifiers, options)
  } finally {
    await threads.close()
  }
}

async function verifyWith(
  db: Database,
  verifiers: readonly Verifier[],
  options: VerifyOptions,
): Promise<VerifySummary> {
  const counts: VerifyCounts = {
    applications: 0,
    events: 0,
    files: 0,
    roots: 0,
    series: 0,
    slow: 0,
  }
  const findings = newFindings()
  const unpublished: { regionCode: number; day: LocalDate }[] = []
  const regions = await regionsOf(db)
  let chainsTook = 0
  for (const regionCode of regions) {
    const started = performance.now()
    await verifyChains(rangesOf(db, regionCode), verifiers, (verdict) => {
      for (const finding of verdict.findings) findings.add(finding)
      counts.applications += verdict.applications
      counts.events += verdict.events
      counts.files += verdict.files
      counts.slow += verdict.slow
      options.onProgress?.(counts)
    })
    chainsTook += performance.now() - started
    counts.series += await verifyNumbers(db, regionCode, findings)
    const { trusted, now } = options
    const days = verifiers.map(({ day }) => day)
    const roots = await verifyRoots(db, { regionCode, trusted, now, findings, verifiers: days })
    counts.roots += roots.roots
    unpublished.push(...roots.unpublished.map((day) => ({ regionCode, day })))
  }
  return { regions, counts, findings, unpublished, chainSeconds: chainsTook / 1000 }
}

/** Each verifier takes the next range as soon as it is done with one. */
async function verifyChains(
  ranges: AsyncGenerator<Range>,
  verifiers: readonly Verifier[],
  take: (verdict: RangeVerdict) => void,
): Promise<void> {
  await Promise.all(
    verifiers.map(async (verifier) => {
      for (;;) {
        const next = await ranges.next()
        if (next.done) return
        take(await verifier.range(next.value))
      }
    }),
  )
}

async function openThreads(
  db: Database,
  depth: Depth,
  threads: Threads | undefined,
): Promise<VerifyThreads> {
  if (threads !== undefined) {
    return await openVerifyThreads(threads.connectionString, depth, threads.count)
  }
  return { verifiers: [verifierOn(db, depth)], close: () => Promise.resolve() }
}

async function regionsOf(db: Database): Promise<number[]> {
  const rows = await db.query<{ code: number }>(
    'select region_code as code from region order by region_code',
  )
  return rows.map(({ code }) => code)
}

import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { type Findings, newFindings } from './findings.ts'
import { type Chain, chainsOf, readChain } from './read-chain.ts'
import { brokenChain } from './verify-application.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyNumbers } from './verify-numbers.ts'
import { verifyRoots } from './verify-roots.ts'

/** Applications held in memory at a time. */
const BATCH = 200

export type VerifyOptions = {
  /** Public keys that may have signed daily roots; empty when none is known here. */
  readonly trusted: readonly string[]
  readonly now: Instant
  /** False leaves out the bytes of notices and materials, the slowest part. */
  readonly files: boolean
  readonly onProgress?: (counts: VerifyCounts) => void
}

export type VerifyCounts = {
  applications: number
  events: number
  files: number
  roots: number
  series: number
}

export type VerifySummary = {
  readonly regions: readonly number[]
  readonly counts: Readonly<VerifyCounts>
  readonly findings: Findings
  /** Days that are over and wait for their root. */
  readonly unpublished: readonly { readonly regionCode: number; readonly day: LocalDate }[]
}

/** Recomputes every chain, replays every state, and checks files, daily roots and numbers of every region. */
export async function verifyAll(db: Database, options: VerifyOptions): Promise<VerifySummary> {
  const counts: VerifyCounts = { applications: 0, events: 0, files: 0, roots: 0, series: 0 }
  const findings = newFindings()
  const unpublished: { regionCode: number; day: LocalDate }[] = []
  const regions = await regionsOf(db)
  for (const regionCode of regions) {
    for await (const chains of chainsOf(db, regionCode, BATCH)) {
      await verifyBatch(db, { regionCode, chains, findings, counts, files: options.files })
      options.onProgress?.(counts)
    }
    counts.series += await verifyNumbers(db, regionCode, findings)
    const roots = await verifyRoots(db, { ...options, regionCode, findings })
    counts.roots += roots.roots
    unpublished.push(...roots.unpublished.map((day) => ({ regionCode, day })))
  }
  return { regions, counts, findings, unpublished }
}

type Batch = {
  readonly regionCode: number
  readonly chains: readonly Chain[]
  readonly findings: Findings
  readonly counts: VerifyCounts
  readonly files: boolean
}

async function verifyBatch(
  db: Database,
  { regionCode, chains, findings, counts, files }: Batch,
): Promise<void> {
  const intact: Chain[] = []
  for (const chain of chains) {
    if (chain.row) counts.applications += 1
    counts.events += chain.links.length
    const broken = brokenChain(chain) && (await brokenStill(db, regionCode, chain.applicationId))
    if (broken) findings.add({ regionCode, subject: subjectOf(chain), what: broken.what })
    else intact.push(chain)
  }
  if (!files) return
  // What a broken chain says of its files proves nothing.
  const links = intact.flatMap((chain) => chain.links)
  const checked = await verifyFiles(db, regionCode, links)
  counts.files += checked.files
  const chainById = new Map(chains.map((chain) => [chain.applicationId, chain]))
  for (const { applicationId, what } of checked.broken) {
    const subject = subjectOf(chainById.get(applicationId) ?? { applicationId, row: undefined })
    findings.add({ regionCode, subject, what })
  }
}

/** Row and events of a batch come from two statements: a command between them looks like a break. */
async function brokenStill(db: Database, regionCode: number, applicationId: string) {
  const chain = await readChain(db, regionCode, applicationId)
  return chain ? brokenChain(chain) : null
}

function subjectOf({ applicationId, row }: Pick<Chain, 'applicationId' | 'row'>): string {
  return `办件 ${row?.number ?? applicationId}`
}

async function regionsOf(db: Database): Promise<number[]> {
  const rows = await db.query<{ code: number }>(
    'select region_code as code from region order by region_code',
  )
  return rows.map(({ code }) => code)
}

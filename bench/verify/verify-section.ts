import { availableParallelism } from 'node:os'
import type { Instant } from '../../domain/shared/ids.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { verifyAll } from '../../server/trail/verify-all.ts'
import { percentiles } from '../percentiles.ts'
import { peakMemoryOf } from '../process-figures.ts'
import type { BenchContext, Section, SectionReport } from '../section.ts'
import { postgresCpuOf } from '../postgres-cpu.ts'
import { sm3Ceiling } from './sm3-ceiling.ts'

const APPLICATIONS = { quick: 20_000, full: 1_000_000 }
const ROUNDS = { quick: 2, full: 1 }
const TARGET = { atLeast: 200_000 }
/** What stands under an event's hash, on average. */
const HASHED_BYTES = 600

type Round = {
  readonly events: number
  /** Wall time of the chains (and states) alone, and of everything with numbers and daily roots. */
  readonly chainSeconds: number
  readonly seconds: number
  /** Processor time of the chains (and states). */
  readonly nodeSeconds: number
  readonly postgresSeconds: number
  readonly findings: number
  readonly slow: number
  readonly roots: number
}

/** `npm run verify` on a region's data, without the files' bytes: whole, and of the chains alone. */
export const verifySection: Section = {
  name: 'verify',
  title: 'events verified a second: the hash chains alone, and with every state replayed',
  run: async (context) => {
    const size = context.quick ? 'quick' : 'full'
    const { connectionString } = await context.region(APPLICATIONS[size])
    const db = connect({ connectionString, maxConnections: 2, statementTimeoutMs: 600_000 })
    try {
      const chains = await measure(context, db, connectionString, false)
      const whole = await measure(context, db, connectionString, true)
      return report(chains, whole)
    } finally {
      await db.close()
    }
  },
}

async function measure(
  { quick, say }: BenchContext,
  db: Database,
  connectionString: string,
  states: boolean,
): Promise<Round[]> {
  const postgresCpu = await postgresCpuOf(connectionString)
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS[quick ? 'quick' : 'full']; round += 1) {
    const started = performance.now()
    const spent = () => {
      const { user, system } = process.cpuUsage()
      return { node: (user + system) / 1_000_000, postgres: postgresCpu() }
    }
    const before = spent()
    let after = before
    const { counts, chainSeconds, findings } = await verifyAll(db, {
      trusted: [],
      now: new Date().toISOString() as Instant,
      files: false,
      states,
      threads: { connectionString, count: availableParallelism() },
      // Told for the last time at the end of the chains.
      onProgress: () => {
        after = spent()
      },
    })
    rounds.push({
      events: counts.events,
      chainSeconds,
      seconds: (performance.now() - started) / 1000,
      nodeSeconds: after.node - before.node,
      postgresSeconds: after.postgres - before.postgres,
      findings: findings.total,
      slow: counts.slow,
      roots: counts.roots,
    })
    say(`verify ${states ? 'whole' : 'chains'}: ${line(rounds.at(-1))}`)
  }
  return rounds
}

function report(chains: readonly Round[], whole: readonly Round[]): SectionReport {
  return {
    measured: [
      { what: 'events, chains and heads', target: TARGET, value: rateOf(chains), unit: '/s' },
      { what: 'events, and states replayed', target: TARGET, value: rateOf(whole), unit: '/s' },
      { what: 'SM3 alone, one core', target: null, value: sm3Ceiling(HASHED_BYTES), unit: '' },
      {
        what: 'memory at most, with the bench itself',
        target: null,
        value: peakMemoryOf(process.pid) / 1e6,
        unit: 'MB',
      },
    ],
    details: [
      `Median of ${chains.length} rounds in ${availableParallelism()} threads with a connection each; the rate is`,
      'of the chains (and states), the seconds behind it of the whole command with numbers and daily roots. SM3 alone',
      `in MB a second of processor time, texts of ${HASHED_BYTES} bytes. Files' bytes are not read.`,
      '',
      ...chains.map((round) => `- chains: ${line(round)}`),
      ...whole.map((round) => `- whole: ${line(round)}`),
    ].join('\n'),
  }
}

function rateOf(rounds: readonly Round[]): number {
  return percentiles(rounds.map(({ events, chainSeconds }) => events / chainSeconds)).p50
}

function line(round: Round | undefined): string {
  if (round === undefined) return ''
  const { events, chainSeconds, seconds, nodeSeconds, postgresSeconds, findings, slow, roots } =
    round
  const micro = (spent: number) => `${((spent / events) * 1e6).toFixed(1)} µs`
  return (
    `${events} events in ${chainSeconds.toFixed(1)} s (${seconds.toFixed(1)} s with ${roots} roots and numbers), ` +
    `processor time of the chains an event: Node ${micro(nodeSeconds)}, PostgreSQL ${micro(postgresSeconds)}; ` +
    `${findings} findings, ${slow} read the slow way`
  )
}

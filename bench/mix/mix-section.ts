import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { FULL_PAST, type HallPast, QUICK_PAST } from '../hall/hall-past.ts'
import { openHall, type OpenHall, prepareHall } from '../hall/open-hall.ts'
import { openHttpClient } from '../http-client.ts'
import type { Product } from '../product.ts'
import { postgresCpuOf } from '../postgres-cpu.ts'
import type { BenchRegion } from '../region/bench-region.ts'
import { workerEntry } from '../region/worker-entry.ts'
import type { BenchContext, Measured, Section, SectionReport } from '../section.ts'
import { mixDetails } from './mix-details.ts'
import { isBroken, rateOf, READS_MS, WRITES_MS, type MixRound } from './mix-round.ts'
import type { FromMixWorker, MixTally, MixTask, ToMixWorker } from './mix-messages.ts'
import { clerksOfHall, HALL_VISITORS, HALL_WINDOWS, mixPeople } from './mix-people.ts'

/** Each browser has its own; of 1,200 people so many wait for an answer at once only when nothing is met any more. */
const CONNECTIONS = 400
const BASE_RATE = 310
const STEP = 1.5
const MOST_STEPS = 8
/** The pages' own longest beat: a busy hall is what is measured (web/api/list-beat.ts). */
const LIST_BEAT_MS = 10_000

/** Beside the people: what stands in the hall. */
const HALL_SCREENS = 8
const HALL_KIOSKS = 8

type Lengths = {
  readonly applications: number
  readonly past: HallPast
  readonly warmUp: number
  readonly base: number
  readonly step: number
  readonly steps: number
}
const FULL: Lengths = {
  applications: 1_000_000,
  past: FULL_PAST,
  warmUp: 20,
  base: 600,
  step: 30,
  steps: MOST_STEPS,
}
const QUICK: Lengths = {
  applications: 20_000,
  past: QUICK_PAST,
  warmUp: 4,
  base: 25,
  step: 8,
  steps: 1,
}

export const mixSection: Section = {
  name: 'mix',
  title: '1,200 people of all posts at once: reads, writes, live lists',
  run: runMix,
}

async function runMix(context: BenchContext): Promise<SectionReport> {
  const lengths = context.quick ? QUICK : FULL
  const region = await context.region(lengths.applications)
  await prepareHall(region, lengths.past)
  const dataFolder = path.join(context.scratch, 'server')
  mkdirSync(dataFolder, { recursive: true })
  const product = await context.startProduct({
    connectionString: region.connectionString,
    dataFolder,
  })
  const people = await mixPeople(region, await hallOf(product, region))
  const crowd = await openCrowd({
    port: product.port,
    connections: CONNECTIONS,
    people,
    seed: 1_200,
    listBeat: LIST_BEAT_MS,
    hallScreens: HALL_SCREENS,
  })
  try {
    const streams = await crowd.listen()
    context.say(`${people.length} people signed in, ${streams} live feeds open`)
    const round = await roundsOn(product, crowd, region.connectionString)
    await round(BASE_RATE, lengths.warmUp)
    const base = await round(BASE_RATE, lengths.base)
    context.say(
      `at ${rateOf(base)}/s: reads ${base.tally.reads.p95.toFixed(1)} ms, writes ${base.tally.writes.p95.toFixed(1)} ms`,
    )
    const steps = await stepsUp(round, lengths, context)
    return {
      measured: measuredOf(base, product.peakMemory(), steps),
      details: mixDetails({
        base,
        steps,
        people: people.length,
        hall: { windows: HALL_WINDOWS, visitors: HALL_VISITORS, screens: HALL_SCREENS },
        streams,
        listBeat: LIST_BEAT_MS,
        applications: region.applications,
      }),
    }
  } finally {
    await crowd.close()
  }
}

/** Opened by its own operations before anybody is measured. */
async function hallOf({ port }: Product, region: BenchRegion): Promise<OpenHall> {
  const client = openHttpClient({ port, connections: 1 })
  try {
    return await openHall(region, client, { clerks: clerksOfHall(region), kiosks: HALL_KIOSKS })
  } finally {
    client.close()
  }
}

type Round = (rate: number, seconds: number) => Promise<MixRound>

/** Half as much again each time, until the promised times break. */
async function stepsUp(
  round: Round,
  { step, steps }: Lengths,
  { say }: BenchContext,
): Promise<readonly MixRound[]> {
  const done: MixRound[] = []
  for (let count = 1; count <= steps; count += 1) {
    const next = await round(BASE_RATE * STEP ** count, step)
    done.push(next)
    say(
      `at ${rateOf(next)}/s: reads ${next.tally.reads.p95.toFixed(1)} ms, writes ${next.tally.writes.p95.toFixed(1)} ms`,
    )
    if (isBroken(next)) break
  }
  return done
}

function measuredOf(
  base: MixRound,
  memory: number,
  steps: readonly MixRound[],
): readonly Measured[] {
  const { tally } = base
  const held = [base, ...steps].filter((round) => !isBroken(round)).at(-1)
  const errors = Object.values(tally.errors).reduce((sum, count) => sum + count, 0)
  const ms = (what: string, value: number, atMost: number | null): Measured => ({
    what,
    target: atMost === null ? null : { atMost },
    value,
    unit: 'ms',
  })
  return [
    {
      what: 'requests a second',
      target: { atLeast: 300 },
      value: tally.requests / tally.seconds,
      unit: '/s',
    },
    ms('reads, median', tally.reads.p50, null),
    ms('reads, 95th percentile', tally.reads.p95, READS_MS),
    ms('reads, 99th percentile', tally.reads.p99, null),
    ms('writes, median', tally.writes.p50, null),
    ms('writes, 95th percentile', tally.writes.p95, WRITES_MS),
    ms('writes, 99th percentile', tally.writes.p99, null),
    { what: 'errors', target: { atMost: 0 }, value: errors, unit: '' },
    ms('live update, call to screen, 99th percentile', tally.live.p99, 200),
    { what: 'server memory, most', target: { atMost: 400 }, value: memory / 2 ** 20, unit: 'MB' },
    {
      what: 'requests a second at which the promises still hold',
      target: null,
      value: held === undefined ? 0 : rateOf(held),
      unit: '/s',
    },
  ]
}

async function roundsOn(product: Product, crowd: Crowd, connectionString: string): Promise<Round> {
  const postgresSeconds = await postgresCpuOf(connectionString)
  return async (rate, seconds) => {
    const server = product.cpuSeconds()
    const postgres = postgresSeconds()
    const tally = await crowd.phase(rate, seconds)
    return {
      rate,
      tally,
      serverCpu: product.cpuSeconds() - server,
      postgresCpu: postgresSeconds() - postgres,
    }
  }
}

type Crowd = Awaited<ReturnType<typeof openCrowd>>

async function openCrowd(task: MixTask) {
  const entry = await workerEntry('bench/mix/mix-worker.ts')
  const worker = new Worker(entry, { workerData: task })

  async function asked(message: ToMixWorker): Promise<FromMixWorker> {
    return await new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', (answer: FromMixWorker) => {
        worker.removeListener('error', reject)
        resolve(answer)
      })
      worker.postMessage(message)
    })
  }

  return {
    listen: async (): Promise<number> => {
      const answer = await asked({ kind: 'listen' })
      return answer.kind === 'listening' ? answer.streams : 0
    },
    phase: async (rate: number, seconds: number): Promise<MixTally> => {
      const answer = await asked({ kind: 'phase', rate, seconds })
      if (answer.kind !== 'tally') throw new Error('A phase ends with its tally')
      return answer.tally
    },
    close: async () => {
      await worker.terminate()
      rmSync(fileURLToPath(entry), { force: true })
    },
  }
}

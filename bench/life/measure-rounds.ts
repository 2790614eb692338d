import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { captureLife } from './capture-life.ts'
import { postgresCpuOf } from '../postgres-cpu.ts'
import { logBetween, logPlace } from './database-figures.ts'
import type { LifeStage, OpenServer } from './life-stage.ts'
import { typesOf } from './parameter-types.ts'
import { pgbenchScript } from './pgbench-script.ts'
import { playLives } from './play-lives.ts'
import { runPgbench } from './run-pgbench.ts'

export type RoundFigures = {
  readonly lives: number
  readonly commands: number
  readonly seconds: number
  /** Milliseconds of processor time a command took, by who used it. */
  readonly cpu: { readonly node: number; readonly postgres: number; readonly client: number }
  /** Bytes of log a command wrote, pages written whole after a checkpoint apart (where the server can tell them). */
  readonly log: number
  /** Bytes of such pages, by command. */
  readonly pages: number
  /** Milliseconds; none for pgbench. */
  readonly waits: readonly number[]
}

type Done = {
  readonly lives: number
  readonly commands: number
  readonly seconds: number
  readonly clientSeconds: number
  readonly waits?: readonly number[]
}

async function figuresOf(
  { owner, region }: Pick<LifeStage, 'owner' | 'region'>,
  nodeSeconds: () => number,
  work: () => Promise<Done>,
): Promise<RoundFigures> {
  const postgresSeconds = await postgresCpuOf(region.connectionString)
  const begin = await logPlace(owner)
  const [node, postgres] = [nodeSeconds(), postgresSeconds()]
  const { lives, commands, seconds, clientSeconds, waits = [] } = await work()
  const nodeUsed = nodeSeconds() - node
  const postgresUsed = postgresSeconds() - postgres
  const log = await logBetween(owner, begin, await logPlace(owner))
  const each = (secondsUsed: number) => (secondsUsed * 1_000) / commands
  return {
    lives,
    commands,
    seconds,
    waits,
    cpu: {
      node: each(nodeUsed),
      postgres: each(postgresUsed),
      client: each(clientSeconds),
    },
    log: (log.bytes - (log.pages || 0)) / commands,
    pages: log.pages / commands,
  }
}

/** One round through the API. */
export async function httpRound(
  { owner, lives, region }: LifeStage,
  { product, client, cookies }: OpenServer,
  atOnce: number,
  seconds: number,
): Promise<RoundFigures> {
  return await figuresOf({ owner, region }, product.cpuSeconds, async () => {
    const cpu = process.cpuUsage()
    const played = await playLives({ client, cookies, lives, atOnce, seconds })
    const { user, system } = process.cpuUsage(cpu)
    return {
      ...played,
      // Lives cut off by the end of the round count for what was done of them.
      lives: played.commands / (lives[0]?.length ?? 1),
      clientSeconds: (user + system) / 1e6,
    }
  })
}

export type Pgbench = {
  readonly round: (clients: number, seconds: number) => Promise<RoundFigures>
  /** Every life once. */
  readonly each: () => Promise<void>
}

/** Captures every life and makes a script of each; the answer runs them. */
export async function preparePgbench(
  { owner, lives, region }: LifeStage,
  program: string,
  folder: string,
): Promise<Pgbench> {
  const scripts: string[] = []
  let commands = 0
  for (const [index, steps] of lives.entries()) {
    const captured = await captureLife(region, steps)
    const script = path.join(folder, `life-${index}.sql`)
    writeFileSync(script, await pgbenchScript(captured, async (text) => await typesOf(owner, text)))
    scripts.push(script)
    commands = captured.commands
  }
  const { connectionString } = region
  return {
    round: async (clients, seconds) =>
      await figuresOf(
        { owner, region },
        () => 0,
        async () => {
          const length = [`--time=${seconds}`]
          const run = await runPgbench(program, { scripts, connectionString, clients, length })
          return { ...run, commands: run.lives * commands, clientSeconds: run.cpuSeconds }
        },
      ),
    each: async () => {
      for (const script of scripts) {
        const length = ['--transactions=1']
        await runPgbench(program, { scripts: [script], connectionString, clients: 1, length })
      }
    },
  }
}

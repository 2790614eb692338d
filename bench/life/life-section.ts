import type { BenchContext, Section, SectionReport } from '../section.ts'
import { onScratchCopy } from './life-stage.ts'
import { httpRound, preparePgbench, type RoundFigures } from './measure-rounds.ts'
import { lifeReport, type LifeMeasurements } from './life-report.ts'
import { playLives } from './play-lives.ts'
import { workOfALife } from './work-of-a-life.ts'
import { findPgbench } from './run-pgbench.ts'
import { withPapers } from './with-papers.ts'

type Plan = {
  readonly small: number
  readonly large: number
  readonly rounds: number
  readonly seconds: number
  readonly warmUp: number
  readonly atOnce: number
  readonly paperLives: number
}

const QUICK: Plan = {
  small: 2_000,
  large: 10_000,
  rounds: 2,
  seconds: 4,
  warmUp: 3,
  atOnce: 8,
  paperLives: 8,
}
const FULL: Plan = {
  small: 10_000,
  large: 100_000,
  rounds: 5,
  seconds: 10,
  warmUp: 10,
  atOnce: 12,
  paperLives: 60,
}

export const lifeSection: Section = {
  name: 'life',
  title: 'whole lives through the HTTP API, against raw pgbench sending the same statements',
  run: async (context) => await run(context, context.quick ? QUICK : FULL),
}

async function run(context: BenchContext, plan: Plan): Promise<SectionReport> {
  const pgbench = findPgbench()
  const { say } = context
  const measured = await onScratchCopy<Omit<LifeMeasurements, 'small'>>(
    context,
    plan.large,
    plan.atOnce,
    async (stage) => {
      const raw =
        pgbench === undefined ? undefined : await preparePgbench(stage, pgbench, context.scratch)
      const work = await workOfALife(stage, raw)
      const http: RoundFigures[] = []
      const base: RoundFigures[] = []
      const memory = await stage.under('bench-paperless-server', async (open) => {
        await playLives({ ...open, ...stage, ...plan, seconds: plan.warmUp })
        await raw?.round(plan.atOnce, plan.warmUp)
        await stage.owner.query('vacuum (analyze)')
        await stage.owner.query('checkpoint')
        for (let round = 1; round <= plan.rounds; round += 1) {
          http.push(await httpRound(stage, open, plan.atOnce, plan.seconds))
          if (raw) base.push(await raw.round(plan.atOnce, plan.seconds))
          say(roundLine(round, http.at(-1), base.at(-1)))
        }
        return open.product.peakMemory()
      })
      return {
        applications: stage.region.applications,
        atOnce: plan.atOnce,
        commandsALife: stage.lives[0]?.length ?? 0,
        http,
        base,
        work,
        memory,
        papers: await withPapers(stage, plan.paperLives, plan.atOnce),
      }
    },
  )
  const small = await onScratchCopy(context, plan.small, plan.atOnce, async (stage) => ({
    applications: stage.region.applications,
    log: await logOfACommand(context, stage, plan, pgbench),
  }))
  return lifeReport({ ...measured, small })
}

/** Bytes, on the smaller region, by the same clients in the same time. */
async function logOfACommand(
  context: BenchContext,
  stage: Parameters<Parameters<typeof onScratchCopy>[3]>[0],
  plan: Plan,
  pgbench: string | undefined,
): Promise<number> {
  if (pgbench !== undefined) {
    const raw = await preparePgbench(stage, pgbench, context.scratch)
    await raw.round(plan.atOnce, plan.warmUp)
    await stage.owner.query('vacuum (analyze)')
    await stage.owner.query('checkpoint')
    return (await raw.round(plan.atOnce, plan.seconds)).log
  }
  return await stage.under('bench-paperless-server', async (open) => {
    await playLives({ ...open, ...stage, ...plan, seconds: plan.warmUp })
    await stage.owner.query('checkpoint')
    return (await httpRound(stage, open, plan.atOnce, plan.seconds)).log
  })
}

function roundLine(round: number, http?: RoundFigures, base?: RoundFigures): string {
  const rate = ({ commands, seconds }: RoundFigures) => (commands / seconds).toFixed(0)
  const raw = base === undefined ? '' : `, pgbench ${rate(base)}/s`
  return http === undefined
    ? ''
    : `round ${round}: ${rate(http)} commands/s${raw}; CPU ms a command: server ${http.cpu.node.toFixed(2)}, PostgreSQL ${http.cpu.postgres.toFixed(2)}, client ${http.cpu.client.toFixed(2)}`
}

import { setTimeout as wait } from 'node:timers/promises'
import type { LifeStage } from './life-stage.ts'
import { type PlayedLives, playLives } from './play-lives.ts'

export type WithPapers = {
  readonly played: PlayedLives
  /** Notices and certificates put on paper and signed. */
  readonly papers: number
  /** From the first command to the last paper. */
  readonly seconds: number
  /** Bytes, the most the server had. */
  readonly peakMemory: number
  /** Seconds of processor time of the server. */
  readonly cpuSeconds: number
}

const OPEN = 'select count(*)::int as open from reaction where done_at is null'
const PATIENCE_MS = 300_000

/** The same lives against the shipped program: every notice typeset, sealed and kept while commands come in. */
export async function withPapers(
  stage: LifeStage,
  most: number,
  atOnce: number,
): Promise<WithPapers> {
  const { owner, lives } = stage
  // What was played without papers would be made up for first.
  await owner.query('delete from reaction where done_at is null')
  return await stage.under('main', async ({ product, client, cookies }) => {
    await playLives({ client, cookies, lives, atOnce: 1, seconds: 30, most: 1 })
    await allDone(stage)
    const before = await papersIn(stage)
    const cpu = product.cpuSeconds()
    const started = performance.now()
    const played = await playLives({ client, cookies, lives, atOnce, seconds: 120, most })
    await allDone(stage)
    return {
      played,
      papers: (await papersIn(stage)) - before,
      seconds: (performance.now() - started) / 1_000,
      peakMemory: product.peakMemory(),
      cpuSeconds: product.cpuSeconds() - cpu,
    }
  })
}

async function allDone({ owner }: LifeStage): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ;) {
    const { rows } = await owner.query<{ open: number }>(OPEN)
    if ((rows[0]?.open ?? 0) === 0) return
    if (performance.now() > until) throw new Error('Papers are not made')
    await wait(50)
  }
}

async function papersIn({ owner }: LifeStage): Promise<number> {
  const { rows } = await owner.query<{ papers: number }>(
    'select count(*)::int as papers from reaction where done_at is not null',
  )
  return rows[0]?.papers ?? 0
}

import { setTimeout as wait } from 'node:timers/promises'
import { rowsWritten, type RowsWritten } from './database-figures.ts'
import type { LifeStage } from './life-stage.ts'
import type { Pgbench } from './measure-rounds.ts'
import { playLives } from './play-lives.ts'

/** Rows that one life writes, by table: the proof that both sides of a ratio do the same work. */
export type LifeWork = { readonly http: RowsWritten; readonly raw: RowsWritten | undefined }

// An idle session reports what it wrote after ten seconds, one that ends at once.
const REPORTED_MS = 1_000
const NOT_OF_A_LIFE = ['session', 'sign_in_audit', 'sign_in_lock']

export async function workOfALife(stage: LifeStage, raw: Pgbench | undefined): Promise<LifeWork> {
  const http = await rowsOf(stage, async () => {
    await stage.under('bench-paperless-server', async (open) => {
      const { lives } = stage
      await playLives({ ...open, lives, atOnce: 1, seconds: 60, most: lives.length })
    })
  })
  return { http, raw: raw && (await rowsOf(stage, raw.each)) }
}

async function rowsOf(
  { owner, lives }: LifeStage,
  work: () => Promise<void>,
): Promise<RowsWritten> {
  await wait(REPORTED_MS)
  const before = await rowsWritten(owner)
  await work()
  await wait(REPORTED_MS)
  const after = await rowsWritten(owner)
  const of = (table: string, kind: 'inserted' | 'updated') =>
    ((after.get(table)?.[kind] ?? 0) - (before.get(table)?.[kind] ?? 0)) / lives.length
  return new Map(
    [...after.keys()]
      .filter((table) => !NOT_OF_A_LIFE.includes(table))
      .map(
        (table) =>
          [table, { inserted: of(table, 'inserted'), updated: of(table, 'updated') }] as const,
      )
      .filter(([, { inserted, updated }]) => inserted + updated >= 0.5),
  )
}

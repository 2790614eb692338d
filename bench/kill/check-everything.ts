import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../../server/database/connect.ts'
import { ABA_REGION } from '../../server/aba-region.ts'
import { withInstalledDatabase } from '../../server/trail/open-database.ts'
import { trustedKeys } from '../../server/trail/trail-key.ts'
import { verifyAll, type VerifyCounts } from '../../server/trail/verify-all.ts'
import { askAgain, checkThroughApi } from './check-answers.ts'
import { checkCommands, checkReplies, type CommandCounts, countEvents } from './check-commands.ts'
import { checkLives } from './check-lives.ts'
import { checkPapers, type PaperCounts, pendingReactions } from './check-papers.ts'
import type { Findings } from './findings.ts'
import type { Stage } from './play-life.ts'

export type Checked = {
  readonly lives: number
  readonly commands: CommandCounts
  readonly papers: PaperCounts
  readonly verified: VerifyCounts
}

const DRAIN_WITHIN_MS = 90_000

/** Everything that the run is to prove, once the load has ended and what followed it is done. */
export async function checkEverything(
  stage: Stage,
  dataFolder: string,
  findings: Findings,
): Promise<Checked> {
  const env = { YICHUANG_DATA: dataFolder }
  return await withInstalledDatabase((db) => check(db, stage, dataFolder, findings), env)
}

async function check(
  db: Database,
  stage: Stage,
  dataFolder: string,
  findings: Findings,
): Promise<Checked> {
  await drain(db, findings)
  const { journal } = stage
  const commands = await checkCommands(db, ABA_REGION, journal.entries, findings)
  if (findings.count('lost') === 0) {
    await askAgain(stage, journal.acknowledged())
    checkReplies(journal.acknowledged(), findings)
    const added = (await countEvents(db, ABA_REGION)) - commands.events
    if (added !== 0) findings.add('doubled', `asking again added ${added} events`)
  }
  const lives = await checkLives(db, ABA_REGION, journal.entries, findings)
  const papers = await checkPapers(db, ABA_REGION, findings)
  const applications = [...new Set(journal.acknowledged().map((entry) => entry.applicationId))]
  await checkThroughApi(stage, applications, findings)
  const { counts, findings: broken } = await verifyAll(db, {
    trusted: trustedKeys(path.join(dataFolder, 'trail')),
    now: new Date().toISOString() as Instant,
    files: true,
  })
  for (const { subject, what } of broken.first) findings.add('trail', `${subject}：${what}`)
  return { lives, commands, papers, verified: counts }
}

async function drain(db: Database, findings: Findings): Promise<void> {
  const until = performance.now() + DRAIN_WITHIN_MS
  while ((await pendingReactions(db, ABA_REGION)) > 0 && performance.now() < until) await wait(200)
  const pending = await pendingReactions(db, ABA_REGION)
  if (pending > 0) findings.add('stuck', `${pending} reactions are not done`)
}

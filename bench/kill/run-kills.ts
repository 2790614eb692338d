import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { type Api, openApi } from './api.ts'
import { checkEverything, type Checked } from './check-everything.ts'
import { type Findings, newFindings } from './findings.ts'
import { type Journal, newJournal } from './journal.ts'
import { type Kill, killAgainAndAgain } from './kill-again-and-again.ts'
import { drawLife } from './lives.ts'
import type { KillOptions } from './options.ts'
import { playLife, type Stage } from './play-life.ts'
import { type Random, seededRandom } from './seeded-random.ts'
import { superviseServer, type SupervisedServer } from './supervised-server.ts'

export type KillRun = {
  readonly kills: readonly Kill[]
  readonly journal: Journal
  readonly api: Api
  readonly findings: Findings
  /** Undefined: the run did not get as far as the checks. */
  readonly checked: Checked | undefined
  /** Seconds. */
  readonly took: number
  /** The scratch data, where they were kept. */
  readonly kept: string | undefined
}

type Say = (line: string) => void

/** The whole run: a real server on scratch data, a load that knows nothing of the kills, the kills, the checks. */
export async function runKills(options: KillOptions, say: Say): Promise<KillRun> {
  const started = performance.now()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-kill-'))
  // mkdtemp makes it private, but the account that PostgreSQL runs as must pass through.
  chmodSync(folder, 0o755)
  const patience = new AbortController()
  const impatience = setTimeout(() => patience.abort(), options.patience * 1_000)
  process.once('SIGINT', () => patience.abort())
  const server = await superviseServer(folder)
  const findings = newFindings()
  const journal = newJournal()
  const api = openApi(server.base, patience.signal)
  const random = seededRandom(options.seed)
  const stage = { api, journal, random }
  const kills: Kill[] = []
  let checked: Checked | undefined
  try {
    const under = { options, stage, server, folder, findings, signal: patience.signal, say }
    await killUnderLoad({ ...under, kills })
    say('load ended; checking')
    checked = await checkEverything(stage, path.join(folder, 'data'), findings)
  } catch (error) {
    findings.add(
      'stuck',
      patience.signal.aborted
        ? `not finished after ${options.patience} s`
        : `the run broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  } finally {
    clearTimeout(impatience)
    patience.abort()
    await server.stop()
  }
  if (server.fellOver() > 0)
    findings.add('fell-over', `the server ended ${server.fellOver()} times without being killed`)
  for (const request of api.tally.internalErrors) findings.add('internal-error', request)
  if (api.tally.sessionsLost > 0)
    findings.add('lost', `${api.tally.sessionsLost} requests found their session gone`)
  const keep = options.keep || findings.all.length > 0
  if (findings.all.length > 0) say(server.endOfLog())
  if (!keep) rmSync(folder, { recursive: true, force: true })
  const took = (performance.now() - started) / 1_000
  return { kills, journal, api, findings, checked, took, kept: keep ? folder : undefined }
}

type UnderLoad = {
  readonly options: KillOptions
  readonly stage: Stage
  readonly server: SupervisedServer
  readonly folder: string
  readonly findings: Findings
  readonly signal: AbortSignal
  readonly say: Say
  readonly kills: Kill[]
}

async function killUnderLoad(run: UnderLoad): Promise<void> {
  const { options, stage, say, signal, kills } = run
  say(`seed ${options.seed}; ${options.kills} kills of: ${options.victim}; data in ${run.folder}`)
  while (!(await stage.api.isReady())) await wait(100, undefined, { signal })
  const load = startLoad(run, seededRandom(options.seed + 1))
  try {
    await killAgainAndAgain(options, { ...run, api: stage.api, random: stage.random }, kills)
  } finally {
    await load.end()
  }
}

/** Clients that play one life after another; `end` lets each finish the one it has in hand. */
function startLoad({ options, stage, findings, signal }: UnderLoad, random: Random) {
  let ending = false
  async function client(): Promise<void> {
    while (!ending && !signal.aborted) {
      try {
        await playLife({ ...stage, random }, uuidv7(), drawLife(random))
      } catch (error) {
        if (!signal.aborted)
          findings.add('load', error instanceof Error ? error.message : String(error))
      }
    }
  }
  const clients = Array.from({ length: options.clients }, client)
  return {
    end: async () => {
      ending = true
      await Promise.all(clients)
    },
  }
}

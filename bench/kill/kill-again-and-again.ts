import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from './api.ts'
import { killVictim } from './kill-victim.ts'
import type { KillOptions } from './options.ts'
import type { Random } from './seeded-random.ts'
import type { SupervisedServer } from './supervised-server.ts'

export type Kill = {
  /** Commands that were sent and not yet answered. */
  readonly inFlight: number
  /** Milliseconds until the server answered again with its database. */
  readonly gap: number
}

const LOOK_EVERY_MS = 20
const AIM_FOR_MS = 1_500

/** Kills at random moments, every other time at one when a command is under way, and waits until the server answers. */
export async function killAgainAndAgain(
  { kills, victim, secondsBetween }: KillOptions,
  stage: {
    readonly api: Api
    readonly server: SupervisedServer
    readonly folder: string
    readonly random: Random
    readonly signal: AbortSignal
    readonly say: (line: string) => void
  },
  done: Kill[],
): Promise<void> {
  const { api, server, folder, random, signal, say } = stage
  while (done.length < kills) {
    await wait(random.between(...secondsBetween) * 1_000, undefined, { signal })
    if (done.length % 2 === 1) await aim(api, random)
    const inFlight = api.commandsInFlight()
    const at = performance.now()
    await killVictim(victim, server, folder)
    while (!(await api.isReady())) await wait(LOOK_EVERY_MS, undefined, { signal })
    const gap = performance.now() - at
    done.push({ inFlight, gap })
    say(
      `kill ${done.length}/${kills}: ${inFlight} commands in flight, back after ${Math.round(gap)} ms`,
    )
  }
}

/** Into the few milliseconds between the sending of a command and its answer. */
async function aim(api: Api, random: Random): Promise<void> {
  const until = performance.now() + AIM_FOR_MS
  while (api.commandsInFlight() === 0 && performance.now() < until) await wait(1)
  await wait(random.between(0, 12))
}

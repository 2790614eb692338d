import { uuidv7 } from 'uuidv7'
import type { HttpClient } from '../http-client.ts'
import type { Cookies } from '../sign-in.ts'
import type { LifeStep } from './life-steps.ts'

export type PlayedLives = {
  readonly lives: number
  readonly commands: number
  readonly seconds: number
  /** Milliseconds each command took, as the sender saw it. */
  readonly waits: readonly number[]
}

export type Round = {
  readonly client: HttpClient
  readonly cookies: Cookies
  readonly lives: readonly (readonly LifeStep[])[]
  readonly atOnce: number
  readonly seconds: number
  /** No more lives than that; without it, as many as the time allows. */
  readonly most?: number
}

/** Plays whole lives through the API, `atOnce` of them at a time, until the time is over; counts what was answered within it. */
export async function playLives(round: Round): Promise<PlayedLives> {
  const started = performance.now()
  const until = started + round.seconds * 1_000
  const waits: number[] = []
  const { most = Number.POSITIVE_INFINITY } = round
  let lives = 0
  let next = 0

  async function player(): Promise<void> {
    while (performance.now() < until && next < most) {
      const steps = round.lives[next % round.lives.length] ?? []
      next += 1
      if (await playLife(round, steps, until, waits)) lives += 1
    }
  }
  await Promise.all(Array.from({ length: round.atOnce }, player))
  const seconds = (performance.now() - started) / 1_000
  return { lives, commands: waits.length, seconds, waits }
}

/** False: the time was over before the life was. */
async function playLife(
  { client, cookies }: Round,
  steps: readonly LifeStep[],
  until: number,
  waits: number[],
): Promise<boolean> {
  const applicationId = uuidv7()
  for (const [expectedVersion, { name, person, fields }] of steps.entries()) {
    if (performance.now() >= until) return false
    const commandId = uuidv7()
    const isReceipt = name === 'receive'
    const { status, body, milliseconds } = await client.send({
      method: 'POST',
      path: isReceipt ? '/api/applications' : `/api/applications/${applicationId}/${name}`,
      cookie: cookies.get(person.username) ?? '',
      body: { ...fields, commandId, ...(isReceipt ? { applicationId } : { expectedVersion }) },
    })
    if (status !== 200)
      throw new Error(`${name} was answered ${status}: ${body.toString().slice(0, 300)}`)
    waits.push(milliseconds)
  }
  return true
}

import { setTimeout as wait } from 'node:timers/promises'
import { type LiveListener, openListener } from '../live-listeners.ts'
import { percentiles, type Percentiles } from '../percentiles.ts'
import type { SentCalls } from './morning.ts'

type Called = { readonly callId: string }

export type OnScreens = {
  /** From F2 until the call is at each screen, milliseconds: the command and the way to the screen. */
  readonly callToScreen: Percentiles
  readonly calls: number
  /** Calls that did not arrive at some screen. */
  readonly lost: number
}

const PATIENCE = 5_000

/** Hall screens, window screens, phones: each from an address of its own. */
export async function openScreens(
  port: number,
  count: number,
): Promise<readonly LiveListener<Called>[]> {
  return await Promise.all(
    Array.from({ length: count }, (_, at) =>
      openListener({
        port,
        path: '/api/hall/live',
        headers: { 'x-forwarded-for': `10.40.${at >> 8}.${at & 255}` },
        read: calledIn,
      }),
    ),
  )
}

export function calledIn(message: string): Called | undefined {
  const [, callId] = /"callId":"([^"]+)"/.exec(message) ?? []
  return callId === undefined ? undefined : { callId }
}

/** Waits a little for what is still on its way, and reckons how long each call took to each screen. */
export async function callsOnScreens(
  screens: readonly LiveListener<Called>[],
  calls: SentCalls,
): Promise<OnScreens> {
  const end = performance.now() + PATIENCE
  while (performance.now() < end && lostOn(screens, calls) > 0) await wait(50)
  return {
    callToScreen: percentiles(waitsOn(screens, calls)),
    calls: calls.size,
    lost: lostOn(screens, calls),
  }
}

function lostOn(screens: readonly LiveListener<Called>[], calls: SentCalls): number {
  return screens.length * calls.size - waitsOn(screens, calls).length
}

/** A call that a screen heard twice counts once. */
export function waitsOn(
  screens: readonly Pick<LiveListener<Called>, 'heard'>[],
  calls: SentCalls,
): readonly number[] {
  return screens.flatMap(({ heard }) => {
    const arrived = new Map<string, number>()
    for (const { callId, at } of heard) if (!arrived.has(callId)) arrived.set(callId, at)
    return [...calls].flatMap(([callId, sent]) => {
      const at = arrived.get(callId)
      return at === undefined ? [] : [at - sent]
    })
  })
}

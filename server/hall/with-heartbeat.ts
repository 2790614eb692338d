import type { WindowSession } from '../../domain/hall/window-session.ts'
import type { HallCommand, HallEffect } from './hall-act.ts'
import { type HallState, sessionOfClerk } from './hall-state.ts'

/** Milliseconds after which an act at a window counts as a heartbeat too. */
const SEEN_EVERY_MS = 20_000

/** Who acts is there: told to others now and then, without a message of its own. */
export function withHeartbeat(
  effect: HallEffect,
  state: HallState,
  { by }: HallCommand,
  now: number,
): HallEffect {
  const session: WindowSession | undefined =
    by.accountId === null ? undefined : sessionOfClerk(state, by.accountId)
  if (session === undefined || effect.windows.has(session.windowId)) return effect
  if (now - session.seenAt < SEEN_EVERY_MS) return effect
  const windows = new Map(effect.windows).set(session.windowId, { ...session, seenAt: now })
  return { ...effect, windows }
}

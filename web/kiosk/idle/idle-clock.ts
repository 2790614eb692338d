/** Domain brief §8.6: a session ends after 60 seconds without a touch, told 15 seconds before. */
export const IDLE = { seconds: 60, warnedAt: 15 } as const

export type IdleState =
  /** Nobody has touched the first page since it was wiped: nothing is there to be wiped. */
  | { readonly phase: 'resting' }
  | { readonly phase: 'used' | 'warned'; readonly left: number }
  | { readonly phase: 'over' }

/** Where the kiosk stands. Milliseconds that only ever grow: a wrong clock of the device changes nothing. Null: not touched. */
export function idleAt(touchedAt: number | null, now: number): IdleState {
  if (touchedAt === null) return { phase: 'resting' }
  const left = Math.ceil((touchedAt + IDLE.seconds * 1_000 - now) / 1_000)
  if (left <= 0) return { phase: 'over' }
  return { phase: left <= IDLE.warnedAt ? 'warned' : 'used', left }
}

/** What a device learned of the server's time: milliseconds by which the server is ahead of the device's own clock. */
export type Learned = { readonly aheadMs: number }

export type TimeNow = {
  /** The real time, milliseconds since 1970. */
  readonly now: number
  /** What the device's own clock would say, had nobody set it since this page was opened. */
  readonly device: number
  readonly aheadMs: number | null
  /** Heard in this page: counted on by the monotonic clock alone. */
  readonly steady: boolean
}

export type SteadyClock = {
  readonly now: () => TimeNow
  /** The server's time as an answer gave it; half the round trip is forgiven by the rule's tolerance. */
  readonly hear: (serverMs: number) => Learned
}

/**
 * A kiosk's clock may be wrong by hours, and be set in mid-day. Time is the server's as last heard and the monotonic clock
 * since; after a reload without a server, the device's clock with what was learned before. It never runs backwards.
 */
export function steadyClock(
  source: { readonly origin: number; readonly elapsed: () => number },
  learned: Learned | null,
): SteadyClock {
  let aheadMs = learned?.aheadMs ?? null
  let heardHere = false
  let latest = Number.NEGATIVE_INFINITY
  const device = () => Math.round(source.origin + source.elapsed())
  return {
    now: () => {
      const at = device()
      latest = Math.max(latest, at + (aheadMs ?? 0))
      return { now: latest, device: at, aheadMs, steady: heardHere }
    },
    hear: (serverMs) => {
      aheadMs = Math.round(serverMs - device())
      heardHere = true
      // The truth may be earlier than what was believed.
      latest = Math.min(latest, serverMs)
      return { aheadMs }
    },
  }
}

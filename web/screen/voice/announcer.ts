import type { HallCall } from '../../api/hall-feed.ts'

/** Domain brief §8.3: three announcements, 20 seconds apart, while nobody has come. */
export const ANNOUNCEMENTS = { times: 3, secondsApart: 20 } as const
/** Milliseconds: called out anew so soon after it was said, a number is not said twice. */
const JUST_SAID = 8_000
/** Milliseconds after which a voice that never ends is given up. */
const LONGEST = 20_000

type Entry = {
  readonly number: string
  readonly windowId: number
  readonly said: number
  readonly dueAt: number
  readonly saidAt: number
}
type Means = {
  /** Resolves when it was said; one at a time. */
  readonly say: (call: Pick<HallCall, 'number' | 'windowId'>) => Promise<void>
  /** Nobody has come to the window yet, and the number is still called there. */
  readonly isStillCalled: (call: Pick<HallCall, 'number' | 'windowId'>) => boolean
  /** Milliseconds that only ever grow. */
  readonly now: () => number
}
export type Announcer = {
  readonly hear: (call: Pick<HallCall, 'number' | 'windowId'>) => void
  readonly close: () => void
}

/** Says calls one after the other, never two at once: of those that are due the one that has waited longest. */
export function createAnnouncer({ say, isStillCalled, now }: Means): Announcer {
  let entries: readonly Entry[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let saying: Entry | null = null
  let isOver = false

  const next = () => {
    clearTimeout(timer)
    if (saying !== null || isOver) return
    entries = entries.filter((entry) => entry.said === 0 || isStillCalled(entry))
    const [first] = entries.toSorted((one, other) => one.dueAt - other.dueAt)
    if (first === undefined) return
    const wait = first.dueAt - now()
    if (wait > 0) timer = setTimeout(next, Math.min(wait, 1_000))
    else void sayNow(first)
  }
  const sayNow = async (entry: Entry) => {
    saying = entry
    const saidAt = now()
    await Promise.race([say(entry).catch(() => undefined), pause(LONGEST)])
    saying = null
    entries = entries.flatMap((one) => {
      // Called out anew meanwhile, it is another entry.
      if (one !== entry) return [one]
      const said = one.said + 1
      const dueAt = saidAt + ANNOUNCEMENTS.secondsApart * 1_000
      return said < ANNOUNCEMENTS.times ? [{ ...one, said, dueAt, saidAt }] : []
    })
    next()
  }
  return {
    hear: ({ number, windowId }) => {
      const known = entries.find((one) => one.number === number)
      const isFresh = known !== undefined && (known === saying || now() - known.saidAt < JUST_SAID)
      if (isFresh && known.windowId === windowId) return
      const said = Math.min(known?.said ?? 0, ANNOUNCEMENTS.times - 1)
      const heard = { number, windowId, said, dueAt: now(), saidAt: Number.NEGATIVE_INFINITY }
      entries = [...entries.filter((one) => one.number !== number), heard]
      next()
    },
    close: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
}

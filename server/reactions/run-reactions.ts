import type { Database } from '../database/connect.ts'
import { happened } from '../database/observe.ts'
import { impersonalError } from './impersonal-error.ts'
import type { Reaction, ReactionHandlers } from './reaction.ts'
import {
  claimReactions,
  finishReaction,
  postponeReaction,
  takeOverReactions,
} from './reaction-rows.ts'
import { createWakeUp } from './wake-up.ts'

export type ReactionRunnerOptions = {
  readonly db: Database
  readonly regionCodes: readonly number[]
  /** By kind. Rows of other kinds are left alone. */
  readonly handlers: ReactionHandlers
  readonly log: { readonly warn: (fields: object, message: string) => void }
  /** Real time, never a rehearsal's. Default: the machine's clock. */
  readonly now?: () => Date
  /** False where several servers share the database: a lease then ends by time alone. Default true. */
  readonly isOnlyServer?: boolean
}

export type ReactionRunner = {
  /** Begins to run what is due. */
  readonly start: () => void
  /** Something was committed: look now. */
  readonly hint: () => void
  /** Runs all that is due now and answers when it is through. */
  readonly drain: () => Promise<void>
  /** Finishes what is in hand and takes no more. */
  readonly stop: () => Promise<void>
}

/** Reactions at once. */
const IN_HAND = 12
const LEASE_MS = 60_000
const POLL_MS = 1_000
const LONGEST_PAUSE_MS = 600_000

/**
 * Carries out what must follow an event, after its commit: at least once, so handlers are repeatable, and never
 * again after done. A runner that dies leaves a lease that ends by itself.
 */
export function createReactionRunner(options: ReactionRunnerOptions): ReactionRunner {
  const { db, regionCodes, handlers, log, now = () => new Date(), isOnlyServer = true } = options
  const kinds = Object.keys(handlers)
  const wakeUp = createWakeUp(POLL_MS)
  let stopped = false
  let loop: Promise<void> | undefined
  let lastPass: Promise<unknown> = Promise.resolve()

  async function run(reaction: Reaction): Promise<void> {
    try {
      const handler = handlers[reaction.kind]
      if (handler === undefined) throw new Error('A claimed reaction has a handler')
      await handler(reaction)
    } catch (error) {
      const { reactionId, kind, tries } = reaction
      const what = impersonalError(error)
      happened('reaction-failed', kind, 'failed')
      log.warn(
        { reactionId, kind, tries, error: what },
        'A reaction failed and will be tried again',
      )
      await postponeReaction(db, reaction, new Date(now().getTime() + pauseAfter(tries)), what)
      return
    }
    await finishReaction(db, reaction, now())
  }

  async function claim(regionCode: number, limit: number): Promise<Reaction[]> {
    const at = now()
    const leasedUntil = new Date(at.getTime() + LEASE_MS)
    return await claimReactions(db, regionCode, { now: at, leasedUntil, kinds, limit })
  }

  /** Everything due, region by region, and always enough in hand that nobody who works on it stands still. */
  async function pass(): Promise<void> {
    for (const regionCode of regionCodes) {
      const inHand = new Set<Promise<void>>()
      const failures: unknown[] = []
      let isMore = true
      while (isMore && !stopped && failures.length === 0) {
        const limit = IN_HAND - inHand.size
        const reactions = await claim(regionCode, limit).catch((error: unknown) => {
          failures.push(error)
          return []
        })
        isMore = reactions.length === limit
        for (const reaction of reactions) {
          // Only the database can fail here: the leases end by themselves.
          const work: Promise<void> = run(reaction)
            .catch((error: unknown) => failures.push(error))
            .then(() => void inHand.delete(work))
          inHand.add(work)
        }
        while (isMore && inHand.size > IN_HAND / 2) await Promise.race(inHand)
      }
      await Promise.all(inHand)
      if (failures.length > 0) throw failures[0]
    }
  }

  /** One pass at a time, so that a drain that answers leaves nothing in hand. */
  function nextPass(): Promise<void> {
    const next = lastPass.then(pass)
    lastPass = next.catch(() => undefined)
    return next
  }

  async function runForever(): Promise<void> {
    let isTakenOver = !isOnlyServer
    while (!stopped) {
      try {
        if (!isTakenOver)
          for (const regionCode of regionCodes) await takeOverReactions(db, regionCode, now())
        isTakenOver = true
        await nextPass()
      } catch (error) {
        log.warn({ error: impersonalError(error) }, 'Reactions wait for the database')
        // What was in hand kept its lease when the database went away.
        isTakenOver = !isOnlyServer
      }
      await wakeUp.wait()
    }
  }

  return {
    start: () => {
      loop ??= runForever()
    },
    hint: wakeUp.wake,
    drain: nextPass,
    stop: async () => {
      stopped = true
      wakeUp.wake()
      await loop
      await lastPass
    },
  }
}

/** Milliseconds: 1 s, 2 s, 4 s … 10 min. */
function pauseAfter(tries: number): number {
  return Math.min(1_000 * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE_MS)
}

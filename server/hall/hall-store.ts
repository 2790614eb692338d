import { setTimeout as wait } from 'node:timers/promises'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { DatabaseUnavailable } from '../database/database-errors.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import {
  CALLS,
  effectOf,
  type HallCommand,
  type HallDecision,
  type HallEffect,
} from './hall-act.ts'
import {
  closeDaysBefore,
  doneBefore,
  markSeen,
  recordHallActs,
  type Written,
} from './hall-database.ts'
import { createHallDays, type StoreSetting } from './hall-days.ts'
import { applyChanges, type HallState } from './hall-state.ts'
import { apart, type Pending, type Undecided } from './pending-acts.ts'
import { beginTrial, type Trial } from './trial.ts'
import { withHeartbeat } from './with-heartbeat.ts'

/** Tries before an act gives up: each of them fails only because another act of the hall succeeded. */
const MOST_TRIES = 500
const PATIENCE_MS = 12_000
/** Milliseconds at most that a server waits after its own act while others work on the same day. */
const COURTESY_MS = 4
/** Acts that are written together at most. */
const MOST_AT_ONCE = 16

export type Acted =
  | {
      readonly ok: true
      /** False: an earlier send of the command did it. */
      readonly done: boolean
      readonly tickets: readonly Ticket[]
      /** The ticket that was called, if one was. */
      readonly calledId: string | null
    }
  | { readonly ok: false; readonly violation: AnyViolation }

const NOTHING: Acted = { ok: true, done: true, tickets: [], calledId: null }

export type HallStore = {
  /** The day as it is now, other servers' acts included. */
  look(regionCode: number): Promise<HallState>
  /** The day as last known here: no question to the database. Undefined before the first look. */
  known(regionCode: number): HallState | undefined
  /** Decides on the day as it is and writes in one transaction; decides anew when somebody else was faster. */
  act(
    regionCode: number,
    command: HallCommand,
    decide: (state: HallState, now: number) => HallDecision,
  ): Promise<Acted>
  findTicket(regionCode: number, ticketId: string): Promise<Ticket | undefined>
  /** False: that clerk does not sit there. */
  heartbeat(regionCode: number, windowId: number, clerkId: string): Promise<boolean>
  /** Another layout was saved. */
  forgetConfiguration(regionCode: number): void
  /** Tickets of past days become void; answers how many. */
  closePastDays(regionCode: number): Promise<number>
}

/** The state of the hall, one act after the other: within this server by waiting, between servers by the day's revision. */
export function createHallStore(setting: StoreSetting): HallStore {
  const { db, clock, onChange, onCommit, severalServers = false } = setting
  let wroteAt = Number.NEGATIVE_INFINITY
  const days = createHallDays(setting)
  const { today, refresh, findTicket } = days
  const lines = new Map<number, Pending[]>()
  const working = new Set<number>()

  /** Acts of a region one after the other; those that came meanwhile are written together. */
  async function workOff(regionCode: number): Promise<void> {
    if (working.has(regionCode)) return
    working.add(regionCode)
    const line = lines.get(regionCode) ?? []
    while (line.length > 0) {
      // Who was first a moment ago lets another server be first now, or that one might lose for ever.
      if (severalServers && performance.now() - wroteAt < COURTESY_MS)
        await wait(Math.random() * COURTESY_MS)
      await settleAll(regionCode, line.splice(0, MOST_AT_ONCE))
    }
    working.delete(regionCode)
  }

  /** Every act is settled when this ends; it never throws. */
  async function settleAll(regionCode: number, acts: readonly Pending[]): Promise<void> {
    let left = acts
    try {
      for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries += 1) {
        // Whoever waited in vain for those before is told so, not made to wait again.
        if (left.some(({ since }) => performance.now() - since > PATIENCE_MS)) break
        left = await tryAll(regionCode, left)
      }
      if (left.length > 0) throw new DatabaseUnavailable(new Error('The hall is too busy'))
    } catch (error) {
      for (const { reject } of left) reject(error)
    }
  }

  /** What an earlier send of the same command did; null: there was none. */
  async function seenBefore(regionCode: number, command: HallCommand): Promise<Acted | null> {
    const rows = await doneBefore(db, regionCode, command.commandId)
    const [first] = rows
    if (first === undefined) return null
    const { accountId, detail } = first
    const same =
      detail.command === command.name &&
      detail.subject === command.subject &&
      accountId === command.by.accountId
    if (!same) return refuse('command-id-reused', '这个命令标识已用于另一项操作，请重新提交。')
    const ids = [...new Set(rows.flatMap(({ ticketId }) => ticketId ?? []))]
    const tickets = await Promise.all(ids.map((id) => findTicket(regionCode, id)))
    return {
      ok: true,
      done: false,
      tickets: tickets.filter((one) => one !== undefined),
      calledId: rows.find(({ act }) => CALLS.includes(act))?.ticketId ?? null,
    }
  }

  /** Answers the acts that must be tried again: somebody else was faster, and what they did is known here now. */
  async function tryAll(regionCode: number, acts: readonly Pending[]): Promise<readonly Pending[]> {
    const state = await today(regionCode, clock(regionCode))
    const trial = beginTrial(state)
    const { once, again } = apart(acts)
    const { decided, undecided } = decideAll(state, trial, once)
    if (decided.length === 0)
      return [...again, ...(await leaveAll(state, undecided, trial.revision))]
    let written: Written
    try {
      written = await recordHallActs(db, state, trial.revision, decided)
    } catch (error) {
      trial.undo()
      throw error
    }
    if (written.outcome !== 'done') {
      trial.undo()
      if (written.outcome === 'moved') {
        if (written.changes !== null) applyChanges(state, written.changes)
        return acts
      }
      await refresh(regionCode)
      return await withoutSeen(regionCode, acts)
    }
    wroteAt = performance.now()
    trial.keep()
    onChange(state)
    onCommit(regionCode)
    for (const { resolve, effect } of decided) resolve(doneBy(effect))
    return [...again, ...(await leaveAll(state, undecided, trial.revision + 1))]
  }

  /** Each on what those before it made of the state. */
  function decideAll(state: HallState, trial: Trial, acts: readonly Pending[]) {
    const decided: (Pending & { readonly effect: HallEffect })[] = []
    const undecided: Undecided[] = []
    for (const act of acts) {
      try {
        const now = Date.parse(clock(state.regionCode))
        const decision = act.decide(state, now)
        if (!decision.ok || decision.facts.length === 0) undecided.push({ act, decision })
        else {
          const plain = effectOf(state, decision.facts, decision.head)
          const visits = plain.visits.map((visit) => ({ ...visit, until: Math.max(visit.to, now) }))
          const effect = withHeartbeat({ ...plain, visits }, state, act.command, now)
          trial.add(effect)
          decided.push({ ...act, effect })
        }
      } catch (error) {
        // A bug of one act is not the others'.
        act.reject(error)
      }
    }
    return { decided, undecided }
  }

  async function withoutSeen(regionCode: number, acts: readonly Pending[]): Promise<Pending[]> {
    const left: Pending[] = []
    for (const act of acts) {
      const seen = await seenBefore(regionCode, act.command)
      if (seen === null) left.push(act)
      else act.resolve(seen)
    }
    return left
  }

  /** Nothing to write, unless what is known here is behind another server's, or this was asked and done before. */
  async function leaveAll(
    { regionCode }: HallState,
    undecided: readonly Undecided[],
    decidedOn: number,
  ): Promise<Pending[]> {
    const left = await withoutSeen(
      regionCode,
      undecided.map(({ act }) => act),
    )
    if (left.length === 0 || (await refresh(regionCode)).revision !== decidedOn) return left
    for (const { act, decision } of undecided) act.resolve(decision.ok ? NOTHING : decision)
    return []
  }

  return {
    look: refresh,
    known: days.known,
    act: (regionCode, command, decide) =>
      new Promise((resolve, reject) => {
        const line = lines.get(regionCode) ?? []
        lines.set(regionCode, line)
        line.push({ command, decide, resolve, reject, since: performance.now() })
        void workOff(regionCode)
      }),
    findTicket,
    heartbeat: async (regionCode, windowId, clerkId) => {
      const at = clock(regionCode)
      const seat = { day: localDateOf(at), windowId, clerkId }
      if (!(await markSeen(db, regionCode, seat, at))) return false
      const sessions = days.known(regionCode)?.sessions
      const session = sessions?.get(windowId)
      if (session?.clerkId === clerkId)
        sessions?.set(windowId, { ...session, seenAt: Date.parse(at) })
      return true
    },
    forgetConfiguration: days.forgetConfiguration,
    closePastDays: async (regionCode) => {
      const at = clock(regionCode)
      return await closeDaysBefore(db, regionCode, localDateOf(at), at)
    },
  }
}

function doneBy({ tickets, log }: HallEffect): Acted {
  return {
    ok: true,
    done: true,
    tickets: [...tickets.values()],
    calledId: log.find(({ act }) => CALLS.includes(act))?.ticketId ?? null,
  }
}

import { randomBytes } from 'node:crypto'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import type { WindowSession } from '../../domain/hall/window-session.ts'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { DatabaseUnavailable } from '../database/database-errors.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import { effectOf, type HallDecision, type HallEffect } from './hall-act.ts'
import {
  changesSince,
  closeDaysBefore,
  doneBefore,
  findStoredTicket,
  type HallCommand,
  markSeen,
  openHallDay,
  recordHallAct,
} from './hall-database.ts'
import {
  applyChanges,
  type EstimateWait,
  type HallState,
  keepSession,
  keepTicket,
  sessionOfClerk,
} from './hall-state.ts'
import { byAverages } from './queues-now.ts'
import { loadConfiguration } from './stored-configuration.ts'

/** Tries before an act gives up: each of them fails only because another act of the hall succeeded. */
const MOST_TRIES = 500
const PATIENCE_MS = 12_000
/** Milliseconds after which an act at a window counts as a heartbeat too. */
const SEEN_EVERY_MS = 20_000

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

export type StoreSetting = {
  readonly db: Database
  readonly clock: (regionCode: number) => Instant
  readonly shipped: HallConfiguration
  /** After each act and each change seen of another server's. */
  readonly onChange: (state: HallState) => void
  /** After each act of this server's: others look. */
  readonly onCommit: (regionCode: number) => void
  /** How long people wait; by the averages of the layout where nobody knows better. */
  readonly estimate?: EstimateWait
}

/** The state of the hall, one act after the other: within this server by waiting, between servers by the day's revision. */
export function createHallStore(setting: StoreSetting): HallStore {
  const { db, clock, shipped, onChange, onCommit, estimate = byAverages } = setting
  const states = new Map<number, HallState>()
  const lines = new Map<number, Promise<unknown>>()
  const opening = new Map<number, Promise<HallState>>()
  const stale = new Set<number>()

  /** One after the other within a region; whoever waited in vain for those before is told so, not made to wait again. */
  function inLine<Result>(regionCode: number, work: () => Promise<Result>): Promise<Result> {
    const before = lines.get(regionCode) ?? Promise.resolve()
    const since = performance.now()
    const result = before.then(() => {
      if (performance.now() - since > PATIENCE_MS)
        throw new DatabaseUnavailable(new Error('The acts before this one took too long'))
      return work()
    })
    lines.set(
      regionCode,
      result.catch(() => undefined),
    )
    return result
  }

  function openDay(regionCode: number, at: Instant): Promise<HallState> {
    const coming = opening.get(regionCode) ?? loadDay(regionCode, at)
    opening.set(regionCode, coming)
    const done = () => opening.delete(regionCode)
    coming.then(done, done)
    return coming
  }

  async function loadDay(regionCode: number, at: Instant): Promise<HallState> {
    const day = localDateOf(at)
    const configuration = await loadConfiguration(db, regionCode, shipped, at)
    const salt = randomBytes(24).toString('base64url')
    await openHallDay(db, regionCode, day, { at, salt })
    const changes = await changesSince(db, regionCode, day, 0)
    if (changes === null) throw new Error('A day of the hall that was opened is not there')
    const state: HallState = {
      regionCode,
      day,
      revision: 0,
      head: NEW_DAY,
      salt: changes.salt ?? salt,
      estimate,
      tickets: new Map(),
      waiting: new Map(),
      sessions: new Map(),
      configuration,
    }
    applyChanges(state, changes)
    states.set(regionCode, state)
    stale.delete(regionCode)
    return state
  }

  /** Today's state as known here, opened when there is none. */
  async function today(regionCode: number, at: Instant): Promise<HallState> {
    const state = states.get(regionCode)
    if (state === undefined || state.day !== localDateOf(at)) return await openDay(regionCode, at)
    if (stale.delete(regionCode))
      state.configuration = await loadConfiguration(db, regionCode, shipped, at)
    return state
  }

  async function refresh(regionCode: number): Promise<HallState> {
    const at = clock(regionCode)
    const state = await today(regionCode, at)
    const changes = await changesSince(db, regionCode, state.day, state.revision)
    if (changes === null) return await openDay(regionCode, at)
    const moved = changes.revision > state.revision
    // An act of this server may have gone further while the answer was on its way.
    if (changes.revision >= state.revision) applyChanges(state, changes)
    if ((changes.configuration ?? 0) > state.configuration.version) {
      state.configuration = await loadConfiguration(db, regionCode, shipped, at)
      onChange(state)
    } else if (moved) onChange(state)
    return state
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
    if (!same)
      return refuse('command-id-reused', '这个命令标识已用于另一项操作，请重新提交。')
    const ids = [...new Set(rows.flatMap(({ ticketId }) => ticketId ?? []))]
    const tickets = await Promise.all(ids.map((id) => findTicket(regionCode, id)))
    return {
      ok: true,
      done: false,
      tickets: tickets.filter((one) => one !== undefined),
      calledId: rows.find(({ act }) => act === 'TicketCalled')?.ticketId ?? null,
    }
  }

  async function findTicket(regionCode: number, ticketId: string): Promise<Ticket | undefined> {
    const live = states.get(regionCode)?.tickets.get(ticketId)
    if (live !== undefined) return live
    return await findStoredTicket(db, regionCode, ticketId)
  }

  async function actNow(
    regionCode: number,
    command: HallCommand,
    decide: (state: HallState, now: number) => HallDecision,
  ): Promise<Acted> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const at = clock(regionCode)
      const state = await today(regionCode, at)
      const now = Date.parse(at)
      const decision = decide(state, now)
      if (!decision.ok || decision.facts.length === 0) {
        // What is known here may be behind another server's, and an answer that was lost may be asked for again.
        const known = state.revision
        const seen = await seenBefore(regionCode, command)
        if (seen !== null) return seen
        if ((await refresh(regionCode)).revision !== known) continue
        return decision.ok ? NOTHING : decision
      }
      const decidedOn = state.revision
      const effect = withHeartbeat(effectOf(state, decision.facts, decision.head), state, command, now)
      const written = await recordHallAct(db, state, effect, command)
      if (written.outcome === 'moved') {
        if (written.changes === null) await openDay(regionCode, at)
        else if (written.changes.revision >= state.revision) applyChanges(state, written.changes)
        continue
      }
      if (written.outcome === 'seen') {
        await refresh(regionCode)
        return (await seenBefore(regionCode, command)) ?? NOTHING
      }
      if (state.revision === decidedOn) keepEffect(state, effect)
      onChange(state)
      onCommit(regionCode)
      return {
        ok: true,
        done: true,
        tickets: [...effect.tickets.values()],
        calledId: effect.log.find(({ act }) => act === 'TicketCalled')?.ticketId ?? null,
      }
    }
    throw new DatabaseUnavailable(new Error('The hall is too busy'))
  }

  return {
    look: refresh,
    known: (regionCode) => states.get(regionCode),
    act: (regionCode, command, decide) =>
      inLine(regionCode, () => actNow(regionCode, command, decide)),
    findTicket,
    heartbeat: async (regionCode, windowId, clerkId) => {
      const at = clock(regionCode)
      const seat = { day: localDateOf(at), windowId, clerkId }
      if (!(await markSeen(db, regionCode, seat, at))) return false
      const session = states.get(regionCode)?.sessions.get(windowId)
      if (session?.clerkId === clerkId)
        states.get(regionCode)?.sessions.set(windowId, { ...session, seenAt: Date.parse(at) })
      return true
    },
    forgetConfiguration: (regionCode) => stale.add(regionCode),
    closePastDays: async (regionCode) => {
      const at = clock(regionCode)
      return await closeDaysBefore(db, regionCode, localDateOf(at), at)
    },
  }
}

/** The same as the database now has; a look that came in between has it already. */
function keepEffect(state: HallState, effect: HallEffect): void {
  state.revision += 1
  state.head = effect.head
  for (const ticket of effect.tickets.values()) keepTicket(state, ticket)
  for (const [windowId, session] of effect.windows) keepSession(state, windowId, session)
}

/** Who acts is there: told to others now and then, without a message of its own. */
function withHeartbeat(
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

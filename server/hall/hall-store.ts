import { randomBytes } from 'node:crypto'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import type { WindowSession } from '../../domain/hall/window-session.ts'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { DatabaseUnavailable } from '../database/database-errors.ts'
import { withRetry } from '../database/with-retry.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import { type Author, effectOf, type HallDecision, type HallEffect } from './hall-act.ts'
import {
  applyChanges,
  type HallChanges,
  type HallState,
  keepSession,
  keepTicket,
  sessionOfClerk,
} from './hall-state.ts'
import { eventRows, ticketRows, visitRows, windowRows } from './hall-rows.ts'
import { loadConfiguration } from './stored-configuration.ts'

const OPEN = `
  insert into hall_day (region_code, day, revision, head, salt) values ($1, $2, 0, $3, $4)
  on conflict (region_code, day) do nothing`
const CLOSE = 'select close_hall_days($1, $2, $3) as count'
const CHANGES = 'select hall_changes($1, $2, $3) as changes'
const RECORD = 'select record_hall_act($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer'
const DONE = `
  select act, ticket_id as "ticketId", account_id as "accountId", detail from ticket_event
   where region_code = $1 and command_id = $2 order by seq`
const TICKET = 'select state from ticket where region_code = $1 and ticket_id = $2'
const SEEN = `
  update window_session set seen_at = $5
   where region_code = $1 and day = $2 and window_id = $3 and clerk_id = $4 returning window_id`

/** Tries before an act gives up: each of them fails only because another act of the hall succeeded. */
const MOST_TRIES = 500
/** Milliseconds after which an act at a window counts as a heartbeat too. */
const SEEN_EVERY_MS = 20_000

export type HallCommand = {
  readonly commandId: string
  /** `call-next`, `finish` … */
  readonly name: string
  /** The ticket or window it is about: the same command id for another is refused. */
  readonly subject: string
  readonly by: Author
}

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
}

/** The state of the hall, one act after the other: within this server by waiting, between servers by the day's revision. */
export function createHallStore(setting: StoreSetting): HallStore {
  const { db, clock, shipped, onChange, onCommit } = setting
  const states = new Map<number, HallState>()
  const lines = new Map<number, Promise<unknown>>()
  const stale = new Set<number>()

  /** One after the other within a region. */
  function inLine<Result>(regionCode: number, work: () => Promise<Result>): Promise<Result> {
    const before = lines.get(regionCode) ?? Promise.resolve()
    const result = before.then(work, work)
    lines.set(
      regionCode,
      result.catch(() => undefined),
    )
    return result
  }

  async function changesSince(regionCode: number, day: string, since: number) {
    const [row] = await withRetry(() =>
      db.query<{ changes: HallChanges | null }>(CHANGES, [regionCode, day, since]),
    )
    return row?.changes ?? null
  }

  async function openDay(regionCode: number, at: Instant): Promise<HallState> {
    const day = localDateOf(at)
    const configuration = await loadConfiguration(db, regionCode, shipped, at)
    const salt = randomBytes(24).toString('base64url')
    await withRetry(() => db.query(OPEN, [regionCode, day, JSON.stringify(NEW_DAY), salt]))
    await withRetry(() => db.query(CLOSE, [regionCode, day, at]))
    const changes = await changesSince(regionCode, day, 0)
    if (changes === null) throw new Error('A day of the hall that was opened is not there')
    const state: HallState = {
      regionCode,
      day,
      revision: 0,
      head: NEW_DAY,
      salt: changes.salt ?? salt,
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
    const changes = await changesSince(regionCode, state.day, state.revision)
    if (changes === null) return await openDay(regionCode, at)
    const moved = changes.revision !== state.revision
    applyChanges(state, changes)
    if ((changes.configuration ?? 0) > state.configuration.version) {
      state.configuration = await loadConfiguration(db, regionCode, shipped, at)
      onChange(state)
    } else if (moved) onChange(state)
    return state
  }

  async function write(
    state: HallState,
    effect: HallEffect,
    { commandId, name, subject, by }: HallCommand,
  ) {
    const { regionCode, day, revision } = state
    const [row] = await withRetry(() =>
      db.query<{ answer: Written }>(RECORD, [
        regionCode,
        day,
        revision,
        commandId,
        JSON.stringify(effect.head),
        JSON.stringify(ticketRows(effect.tickets)),
        JSON.stringify(windowRows(effect.windows)),
        JSON.stringify(eventRows(effect.log, by, { command: name, subject })),
        effect.visits.length === 0 ? null : JSON.stringify(visitRows(effect.visits)),
      ]),
    )
    if (row === undefined) throw new Error('record_hall_act answered nothing')
    return row.answer
  }

  /** What an earlier send of the same command did; null: there was none. */
  async function seenBefore(regionCode: number, command: HallCommand): Promise<Acted | null> {
    const rows = await db.query<DoneRow>(DONE, [regionCode, command.commandId])
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
    const [row] = await db.query<{ state: Ticket }>(TICKET, [regionCode, ticketId])
    return row?.state
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
      const effect = withHeartbeat(effectOf(state, decision.facts, decision.head), state, command, now)
      const written = await write(state, effect, command)
      if (written.outcome === 'moved') {
        if (written.changes === null) await openDay(regionCode, at)
        else applyChanges(state, written.changes)
        continue
      }
      if (written.outcome === 'seen') {
        await refresh(regionCode)
        return (await seenBefore(regionCode, command)) ?? NOTHING
      }
      state.revision += 1
      state.head = effect.head
      for (const ticket of effect.tickets.values()) keepTicket(state, ticket)
      for (const [windowId, session] of effect.windows) keepSession(state, windowId, session)
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
    look: (regionCode) => inLine(regionCode, () => refresh(regionCode)),
    known: (regionCode) => states.get(regionCode),
    act: (regionCode, command, decide) =>
      inLine(regionCode, () => actNow(regionCode, command, decide)),
    findTicket,
    heartbeat: async (regionCode, windowId, clerkId) => {
      const at = clock(regionCode)
      const values = [regionCode, localDateOf(at), windowId, clerkId, at]
      if ((await db.query(SEEN, values)).length === 0) return false
      const session = states.get(regionCode)?.sessions.get(windowId)
      if (session?.clerkId === clerkId)
        states.get(regionCode)?.sessions.set(windowId, { ...session, seenAt: Date.parse(at) })
      return true
    },
    forgetConfiguration: (regionCode) => stale.add(regionCode),
    closePastDays: async (regionCode) => {
      const at = clock(regionCode)
      const [row] = await db.query<{ count: number }>(CLOSE, [regionCode, localDateOf(at), at])
      return row?.count ?? 0
    },
  }
}

type Written =
  | { readonly outcome: 'done' | 'seen' }
  | { readonly outcome: 'moved'; readonly changes: HallChanges | null }

type DoneRow = {
  readonly act: string
  readonly ticketId: string | null
  readonly accountId: string | null
  readonly detail: { readonly command: string; readonly subject: string }
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

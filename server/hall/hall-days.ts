import { randomBytes } from 'node:crypto'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { changesSince, findStoredTicket, openHallDay } from './hall-database.ts'
import { applyChanges, type EstimateWait, type HallState } from './hall-state.ts'
import { byAverages } from './queues-now.ts'
import { loadConfiguration } from './stored-configuration.ts'

export type StoreSetting = {
  readonly db: Database
  readonly clock: (regionCode: number) => Instant
  readonly shipped: HallConfiguration
  /** After each act and each change seen of another server's. */
  readonly onChange: (state: HallState) => void
  /** After each act of this server's: others look. */
  readonly onCommit: (regionCode: number) => void
  /** Other servers work on the same database. Default false. */
  readonly severalServers?: boolean
  /** How long people wait; by the averages of the layout where nobody knows better. */
  readonly estimate?: EstimateWait
}

/** The days of the hall that this server knows, each region's own. */
export type HallDays = {
  /** Today's as known here, opened when there is none. */
  readonly today: (regionCode: number, at: Instant) => Promise<HallState>
  /** Today's as it is now, other servers' acts included. */
  readonly refresh: (regionCode: number) => Promise<HallState>
  readonly known: (regionCode: number) => HallState | undefined
  readonly findTicket: (regionCode: number, ticketId: string) => Promise<Ticket | undefined>
  /** Another layout was saved. */
  readonly forgetConfiguration: (regionCode: number) => void
}

export function createHallDays({
  db,
  clock,
  shipped,
  onChange,
  estimate = byAverages,
}: Omit<StoreSetting, 'onCommit'>): HallDays {
  const states = new Map<number, HallState>()
  const opening = new Map<number, Promise<HallState>>()
  const stale = new Set<number>()

  function openDay(regionCode: number, at: Instant): Promise<HallState> {
    const coming = opening.get(regionCode) ?? loadDay(regionCode, at)
    opening.set(regionCode, coming)
    return coming.finally(() => opening.delete(regionCode))
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
      elsewhere: new Map(),
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
    applyChanges(state, changes)
    if ((changes.configuration ?? 0) > state.configuration.version) {
      state.configuration = await loadConfiguration(db, regionCode, shipped, at)
      onChange(state)
    } else if (moved) onChange(state)
    return state
  }

  async function findTicket(regionCode: number, ticketId: string): Promise<Ticket | undefined> {
    const live = states.get(regionCode)?.tickets.get(ticketId)
    if (live !== undefined) return live
    return await findStoredTicket(db, regionCode, ticketId)
  }

  return {
    today,
    refresh,
    known: (regionCode) => states.get(regionCode),
    findTicket,
    forgetConfiguration: (regionCode) => {
      stale.add(regionCode)
    },
  }
}

import type { WindowSession } from '../../domain/hall/window-session.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { HallEffect } from './hall-act.ts'
import { forgetTicket, type HallState, keepSession, keepTicket } from './hall-state.ts'

/** Acts tried on the state one after the other, before they are written together. */
export type Trial = {
  /** The revision that all of them were decided on. */
  readonly revision: number
  readonly add: (effect: HallEffect) => void
  /** Written: the state is what they made of it. */
  readonly keep: () => void
  /** Not written: as if they had not been tried. What others wrote since that revision must be applied again. */
  readonly undo: () => void
}

export function beginTrial(state: HallState): Trial {
  const { revision, head } = state
  const tickets = new Map<string, Ticket | undefined>()
  const sessions = new Map<number, WindowSession | null>()
  const effects: HallEffect[] = []

  function apply(effect: HallEffect): void {
    state.head = effect.head
    for (const ticket of effect.tickets.values()) keepTicket(state, ticket)
    for (const [windowId, session] of effect.windows) keepSession(state, windowId, session)
  }

  return {
    revision,
    add: (effect) => {
      effects.push(effect)
      for (const ticketId of effect.tickets.keys())
        if (!tickets.has(ticketId)) tickets.set(ticketId, state.tickets.get(ticketId))
      for (const windowId of effect.windows.keys())
        if (!sessions.has(windowId)) sessions.set(windowId, state.sessions.get(windowId) ?? null)
      apply(effect)
    },
    keep: () => {
      // A look that came in between has read them already, and perhaps more.
      if (state.revision !== revision) return
      effects.forEach(apply)
      state.revision = revision + 1
    },
    undo: () => {
      state.revision = revision
      state.head = head
      for (const [ticketId, ticket] of tickets)
        if (ticket === undefined) forgetTicket(state, ticketId)
        else keepTicket(state, ticket)
      for (const [windowId, session] of sessions) keepSession(state, windowId, session)
    },
  }
}

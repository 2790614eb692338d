import type { FastifyInstance } from 'fastify'
import {
  callNext,
  finishTicket,
  holdTicket,
  passTicket,
  recallTicket,
  resumeTicket,
  returnAtKiosk,
  returnTicket,
  specialCall,
  startTicket,
  takeTicket,
  ticketStanding,
  transferTicket,
  voidTicket,
} from '../../contract/tickets.ts'
import type { TicketOrder } from '../../domain/queue/decide-ticket.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { actingOn } from './acting-on.ts'
import { applicationsOf } from './applications-of.ts'
import { callNextAt } from './call-next.ts'
import { unknownDevice } from './device-routes.ts'
import { findDevice } from './devices.ts'
import { giveTicket } from './give-ticket.ts'
import { type HallContext, nowOf } from './hall-context.ts'
import { specialCallAt } from './special-call.ts'
import { ticketForStaff, ticketView } from './ticket-view.ts'

const GIVES: readonly string[] = ['window-clerk', 'hall-manager']
const isAtWork = ({ actor, postOpen, mustChangePassword }: Session) =>
  GIVES.includes(actor.role) && postOpen && !mustChangePassword
const NO_TICKET = () => refuse('ticket-not-found', '没有这张号票，请核对号票上的二维码。')

/** Tickets taken, followed, called and served. */
export function ticketRoutes(server: FastifyInstance, context: HallContext): void {
  const { http, store, reference } = context
  const { regionCode } = http

  registerOperation(server, http, takeTicket, async ({ body, request, visitor }) => {
    const staff = visitor !== undefined && isAtWork(visitor)
    const device = staff ? undefined : await findDevice(http, regionCode, request)
    if (!staff && device?.kind !== 'kiosk') return unknownDevice()
    const by = staff
      ? { accountId: visitor.actor.accountId, name: visitor.actor.name }
      : { accountId: null, name: device?.name ?? '' }
    const { itemId, identity } = body
    const wish = { ...body, itemId: itemId || null, identity: identity || null, slotAt: null }
    const given = await giveTicket(context, regionCode, wish, by)
    if (!given.ok) return given
    return { ok: true, value: await viewed(given.ticket) }
  })
  registerOperation(server, http, ticketStanding, async ({ params }) => {
    const state = await store.look(regionCode)
    const ticket = await store.findTicket(regionCode, params.ticketId)
    if (ticket === undefined) return NO_TICKET()
    return {
      ok: true,
      value: ticketView(ticket, state, reference, nowOf(context, regionCode)),
    }
  })
  registerOperation(server, http, returnAtKiosk, async ({ params, body, request }) => {
    const device = await findDevice(http, regionCode, request)
    if (device?.kind !== 'kiosk') return unknownDevice()
    const { commandId } = body
    const acted = await actOnTicket(context, regionCode, params.ticketId, {
      command: { commandId, by: { accountId: null, name: device.name } },
      session: null,
      order: { act: 'return', reason: '' },
    })
    return acted.ok ? { ok: true, value: await viewed(acted.ticket) } : acted
  })

  registerOperation(server, http, callNext, async ({ session, params, body }) => {
    const called = await callNextAt(context, session, params.windowId, body)
    if (!called.ok) return called
    const { ticket } = called
    return { ok: true, value: { ticket: ticket && (await viewedBy(session, ticket)) } }
  })

  registerOperation(server, http, specialCall, async ({ session, params, body }) => {
    const called = await specialCallAt(context, session, { ...body, windowId: params.windowId })
    return called.ok ? { ok: true, value: await viewedBy(session, called.ticket) } : called
  })

  const acts = [
    [recallTicket, 'recall'],
    [passTicket, 'pass'],
    [startTicket, 'start'],
    [finishTicket, 'finish'],
    [resumeTicket, 'resume'],
  ] as const
  for (const [operation, act] of acts)
    registerOperation(server, http, operation, async ({ session, params, body }) =>
      given(session, params.ticketId, body.commandId, { act }),
    )
  const withReason = [
    [holdTicket, 'hold'],
    [returnTicket, 'return'],
    [voidTicket, 'void'],
  ] as const
  for (const [operation, act] of withReason)
    registerOperation(server, http, operation, async ({ session, params, body }) => {
      const { commandId, reason } = body
      return given(session, params.ticketId, commandId, { act, reason })
    })
  registerOperation(server, http, transferTicket, async ({ session, params, body }) => {
    const { commandId, ...target } = body
    return given(session, params.ticketId, commandId, { act: 'transfer', ...target })
  })

  async function given(session: Session, ticketId: string, commandId: string, order: TicketOrder) {
    const { accountId, name } = session.actor
    const command = { commandId, by: { accountId, name } }
    const acted = await actOnTicket(context, session.regionCode, ticketId, {
      command,
      session,
      order,
    })
    return acted.ok ? { ok: true as const, value: await viewedBy(session, acted.ticket) } : acted
  }

  async function viewed(ticket: Ticket) {
    const state = store.known(regionCode) ?? (await store.look(regionCode))
    return ticketView(ticket, state, reference, nowOf(context, regionCode))
  }

  async function viewedBy(session: Session, ticket: Ticket) {
    const state = store.known(session.regionCode) ?? (await store.look(session.regionCode))
    const acting = actingOn(state, ticket, session, nowOf(context, session.regionCode))
    const applications = await applicationsOf(context, session.regionCode, ticket)
    return ticketForStaff(ticket, state, reference, acting, applications)
  }
}

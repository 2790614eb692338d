import type { FastifyInstance } from 'fastify'
import { hallTickets, ticketHistory } from '../../contract/hall-tickets.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { applicationsOf } from './applications-of.ts'
import { dayTickets, dayTicketView, findDayTicket } from './day-tickets.ts'
import { EVENT_NAME } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'

const EVENTS = `
  select at, act, window_id as "windowId", person_name as "byName", coalesce(detail ->> 'text', '') as text
    from ticket_event where region_code = $1 and ticket_id = $2 order by at, seq limit 200`
const GRADE = 'select grade from service_evaluation where region_code = $1 and ticket_id = $2'

type EventRow = {
  readonly at: string
  readonly act: string
  readonly windowId: number | null
  readonly byName: string
  readonly text: string
}

/** All tickets of a day, today's or a past one's, each with what happened to it. */
export function dayTicketRoutes(server: FastifyInstance, context: HallContext): void {
  const { http, store } = context
  registerOperation(server, http, hallTickets, async ({ session, query }) => {
    const { regionCode } = session
    const state = await store.look(regionCode)
    const { day = state.day } = query
    const { shown, next, count } = await dayTickets(context, regionCode, { ...query, day })
    const rows = shown.map(dayTicketView(context, state, session))
    return { ok: true, value: { day, rows, next, count } }
  })
  registerOperation(server, http, ticketHistory, async ({ session, params }) => {
    const { regionCode } = session
    const { ticketId } = params
    const row = await findDayTicket(context, regionCode, ticketId)
    const ticket = await store.findTicket(regionCode, ticketId)
    if (row === undefined || ticket === undefined)
      return refuse('ticket-not-found', '没有这张号票，请从号票列表中打开。')
    const events = await http.db.query<EventRow>(EVENTS, [regionCode, ticketId])
    const [rated] = await http.db.query<{ grade: number }>(GRADE, [regionCode, ticketId])
    const state = await store.look(regionCode)
    return {
      ok: true,
      value: {
        ticket: dayTicketView(context, state, session)(row),
        events: events.map((event) => ({ ...event, actName: EVENT_NAME[event.act] ?? event.act })),
        applications: await applicationsOf(context, regionCode, ticket),
        grade: rated?.grade ?? null,
      },
    }
  })
}

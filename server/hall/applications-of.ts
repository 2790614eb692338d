import type { Ticket } from '../../domain/queue/ticket.ts'
import { VISIT_EVENTS } from './hall-rows.ts'
import type { HallContext } from './hall-context.ts'
import type { TicketApplication } from './ticket-view.ts'

type Row = { readonly applicationId: string; readonly number: string; readonly itemId: string }

const MEANWHILE = `
  select distinct a.application_id as "applicationId", a.number, a.item_id as "itemId"
    from application_event e join application a on a.region_code = $1 and a.application_id = e.application_id
   where e.region_code = $1 and e.account_id = $2 and e.recorded_at >= $3 and e.occurred_at >= $3 and e.type = any($4) order by a.number limit 50`
const BOUND = `
  select a.application_id as "applicationId", a.number, a.item_id as "itemId"
    from visit v join application a on a.region_code = $1 and a.application_id = v.application_id
   where v.region_code = $1 and v.ticket_id = $2 order by a.number limit 50`

/** What was received, corrected or handed out with the ticket: bound to it, or just now at its window. */
export async function applicationsOf(
  { http, reference }: Pick<HallContext, 'http' | 'reference'>,
  regionCode: number,
  ticket: Ticket,
): Promise<TicketApplication[]> {
  const bound = await http.db.query<Row>(BOUND, [regionCode, ticket.ticketId])
  const now =
    ticket.status === 'called' || ticket.status === 'serving'
      ? await http.db.query<Row>(MEANWHILE, [
          regionCode,
          ticket.clerkId,
          new Date(ticket.calledAt).toISOString(),
          VISIT_EVENTS,
        ])
      : []
  const rows = new Map([...bound, ...now].map((row) => [row.applicationId, row]))
  return [...rows.values()].map(({ applicationId, number, itemId }) => ({
    applicationId,
    number,
    itemName: reference.findItem(itemId)?.name ?? itemId,
  }))
}

import type { TicketOfDay } from '../../contract/hall-tickets.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import {
  PRIORITY_CLASS_NAME,
  type PriorityClass,
  type QueueCode,
  type TicketStatus,
  TICKET_STATUS_NAME,
  VOID_CAUSE_NAME,
  type VoidCause,
} from '../../domain/queue/ticket.ts'
import type { Session } from '../http/session.ts'
import { viewFor } from './desk.ts'
import { type HallContext, nowOf } from './hall-context.ts'
import type { HallState } from './hall-state.ts'
import { queueOf } from './queues-now.ts'

const PAGE = 50
const LAST = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const SPECIAL = `exists (select from ticket_event s where s.region_code = $1 and s.ticket_id = t.ticket_id
  and s.act = 'TicketSpeciallyCalled')`
const COLUMNS = `
  t.ticket_id as "ticketId", t.number, t.day, t.queue, t.priority, t.item_id as "itemId", t.status,
  t.state ->> 'cause' as cause, t.taken_at as "takenAt", t.slot_at as "slotAt", t.first_call_at as "calledAt",
  t.started_at as "startedAt", t.finished_at as "finishedAt", t.window_id as "windowId", a.name as "clerkName",
  t.offline, ${SPECIAL} as special`
const FROM = 'ticket t left join account a on a.region_code = $1 and a.account_id = t.clerk_id'
const FILTER = `
  t.region_code = $1 and t.day = $2 and ($3::text is null or t.status = $3) and ($4::text is null or t.queue = $4)
  and ($5::int is null or t.window_id = $5) and ($6::text is null or t.number like $6) and (not $7::boolean or ${SPECIAL})`
const ROWS = `
  select ${COLUMNS} from ${FROM} where ${FILTER} and (t.taken_at, t.ticket_id) < ($8::timestamptz, $9::uuid)
   order by t.taken_at desc, t.ticket_id desc limit $10`
const COUNT = `select count(*)::int as count from ticket t where ${FILTER}`
const ONE = `select ${COLUMNS} from ${FROM} where t.region_code = $1 and t.ticket_id = $2`

export type DayTicketRow = {
  readonly ticketId: string
  readonly number: string
  readonly day: string
  readonly queue: QueueCode
  readonly priority: PriorityClass
  readonly itemId: string | null
  readonly status: TicketStatus
  readonly cause: VoidCause | null
  readonly takenAt: Instant
  readonly slotAt: Instant | null
  readonly calledAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly windowId: number | null
  readonly clerkName: string | null
  readonly offline: boolean
  readonly special: boolean
}

export type DayFilter = {
  readonly day: string
  readonly status?: TicketStatus | undefined
  readonly queue?: QueueCode | undefined
  readonly windowId?: number | undefined
  readonly number?: string | undefined
  readonly special?: 'yes' | undefined
  readonly cursor?: string | undefined
  readonly size?: number | undefined
}

/** A page of a day's tickets, live and ended, the newest first. */
export async function dayTickets(
  { http }: Pick<HallContext, 'http'>,
  regionCode: number,
  filter: DayFilter,
) {
  const { cursor = '', size = PAGE } = filter
  const [, at = LAST.at, id = LAST.id] = /^([0-9TZ:.-]+)~([0-9a-f-]{36})$/.exec(cursor) ?? []
  const values = [regionCode, ...valuesOf(filter)]
  const rows = await http.db.query<DayTicketRow>(ROWS, [...values, at, id, size + 1])
  const [counted] = await http.db.query<{ count: number }>(COUNT, values)
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    shown,
    next: rows.length > size && last !== undefined ? `${last.takenAt}~${last.ticketId}` : null,
    count: counted?.count ?? 0,
  }
}

function valuesOf({ day, status, queue, windowId, number = '', special }: DayFilter) {
  const begins = number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const like = begins === '' ? null : `${begins}%`
  return [day, status ?? null, queue ?? null, windowId ?? null, like, special === 'yes']
}

export async function findDayTicket(
  { http }: Pick<HallContext, 'http'>,
  regionCode: number,
  ticketId: string,
): Promise<DayTicketRow | undefined> {
  return (await http.db.query<DayTicketRow>(ONE, [regionCode, ticketId]))[0]
}

/** With what this person may do about one that still lives. */
export function dayTicketView(
  context: HallContext,
  state: HallState,
  session: Session,
): (row: DayTicketRow) => TicketOfDay {
  const { reference } = context
  const view = viewFor(context, state, session, nowOf(context, session.regionCode))
  return ({ itemId, cause, ...row }) => {
    const live = state.tickets.get(row.ticketId)
    return {
      ...row,
      queueName: queueOf(state, row.queue)?.name ?? row.queue,
      priorityName: PRIORITY_CLASS_NAME[row.priority],
      itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? itemId),
      statusName: TICKET_STATUS_NAME[row.status],
      voidCause: cause === null ? null : VOID_CAUSE_NAME[cause],
      possible: live === undefined ? [] : view(live).possible,
    }
  }
}

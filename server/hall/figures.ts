import type { FastifyInstance } from 'fastify'
import { hallFigureApplications, hallFigures } from '../../contract/hall-figures.ts'
import { dayNumberOf } from '../../domain/shared/local-date.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import type { HallContext } from './hall-context.ts'

const PAGE = 50
/** Days that figures may span. */
const MOST_DAYS = 366

/** Per application: how often its holder came, and the minutes of those tickets. */
const OF_VISITS = `
  select v.application_id, count(*)::int as visits,
         sum(extract(epoch from t.first_call_at - t.taken_at)) / 60 as waiting,
         sum(extract(epoch from t.finished_at - t.started_at)) / 60 as handling
    from visit v join ticket t on t.region_code = $1 and t.ticket_id = v.ticket_id
   where v.region_code = $1 and v.received_on between $2 and $3 and v.item_id = any($4) group by v.application_id`
// Two halves, each by an index of its own: what is closed, and what is still open.
const BY_ITEM = `
  select r.item_id as "itemId", count(*)::int as applications, coalesce(sum(f.visits), 0)::int as visits,
         (count(*) filter (where coalesce(f.visits, 0) <= 1))::float8 / count(*) as "onceShare",
         avg(f.waiting)::float8 as "waitingMinutesAverage", avg(f.handling)::float8 as "handlingMinutesAverage"
    from (select application_id, item_id from application
           where region_code = $1 and stage = 'closed' and received_on between $2 and $3 and item_id = any($4)
          union all
          select application_id, item_id from application
           where region_code = $1 and stage <> 'closed' and received_on between $2 and $3 and item_id = any($4)) r
    left join (${OF_VISITS}) f on f.application_id = r.application_id
   group by r.item_id order by r.item_id`
const half = (condition: string) => `
  (select application_id, number, received_on from application
    where region_code = $1 and ${condition} and item_id = any($4) and received_on between $2 and $3
      and (received_on, application_id) < ($5::date, $6::uuid) order by received_on desc, application_id desc limit $7)`
const APPLICATIONS = `
  select r.application_id as "applicationId", r.number, r.received_on as "receivedOn", coalesce(f.visits, 0) as visits,
         coalesce(f.waiting, 0)::float8 as "waitingMinutes", coalesce(f.handling, 0)::float8 as "handlingMinutes",
         coalesce((select jsonb_agg(jsonb_build_object('ticketId', t.ticket_id, 'number', t.number, 'day', t.day,
             'windowId', v.window_id, 'act', v.act) order by v.at)
            from visit v join ticket t on t.region_code = $1 and t.ticket_id = v.ticket_id
           where v.region_code = $1 and v.application_id = r.application_id), '[]') as tickets
    from (select * from (${half("stage = 'closed'")} union all ${half("stage <> 'closed'")}) both_halves
           order by received_on desc, application_id desc limit $7) r
    left join (${OF_VISITS}) f on f.application_id = r.application_id
   order by r.received_on desc, r.application_id desc`

type ItemFigure = {
  readonly itemId: string
  readonly applications: number
  readonly visits: number
  readonly onceShare: number
  readonly waitingMinutesAverage: number | null
  readonly handlingMinutesAverage: number | null
}
type ApplicationFigure = {
  readonly applicationId: string
  readonly number: string
  readonly receivedOn: string
  readonly visits: number
  readonly waitingMinutes: number
  readonly handlingMinutes: number
  readonly tickets: readonly TicketOfVisit[]
}
type TicketOfVisit = {
  readonly ticketId: string
  readonly number: string
  readonly day: string
  readonly windowId: number
  readonly act: string
}

const VISIT_NAME: Readonly<Record<string, string>> = {
  ApplicationReceived: '收件',
  CorrectionSupplied: '补正',
  ToleratedMaterialsSupplied: '补交容缺材料',
  ResultDelivered: '领取',
  ApplicationWithdrawn: '撤回',
}

/** One number from ticket to archive: how often people came, waited and were served, by facts, with what stands behind. */
export function figureRoutes(server: FastifyInstance, { http, reference }: HallContext): void {
  registerOperation(server, http, hallFigures, async ({ session, query }) => {
    const { from, to, itemId } = query
    if (!isSpan(from, to)) return badSpan()
    const items = itemsFor(session, itemId || undefined)
    const rows = await http.db.query<ItemFigure>(BY_ITEM, [session.regionCode, from, to, items])
    return {
      ok: true,
      value: {
        rows: rows.map((row) => ({
          ...row,
          itemName: reference.findItem(row.itemId)?.name ?? row.itemId,
          visitsPerApplication: row.visits / row.applications,
        })),
      },
    }
  })
  registerOperation(server, http, hallFigureApplications, async ({ session, params, query }) => {
    const { from, to, cursor, size = PAGE } = query
    if (!isSpan(from, to)) return badSpan()
    const items = itemsFor(session, params.itemId)
    const [, on = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] =
      /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
    const values = [session.regionCode, from, to, items, on, id, size + 1]
    const rows = await http.db.query<ApplicationFigure>(APPLICATIONS, values)
    const shown = rows.slice(0, size)
    const last = shown.at(-1)
    const next =
      rows.length > size && last !== undefined ? `${last.receivedOn}~${last.applicationId}` : null
    const named = shown.map((row) => ({
      ...row,
      tickets: row.tickets.map((one) => ({ ...one, actName: VISIT_NAME[one.act] ?? one.act })),
    }))
    return { ok: true, value: { rows: named, next } }
  })

  /** A department sees its own items, the hall and supervision all. */
  function itemsFor({ actor }: Session, itemId: string | undefined): string[] {
    const isDepartment = actor.role === 'decider' || actor.role === 'department-head'
    return reference.items
      .filter(
        (item) =>
          (itemId === undefined || item.itemId === itemId) &&
          (!isDepartment || item.departmentId === actor.organisationId),
      )
      .map((item) => String(item.itemId))
  }
}

function isSpan(from: string, to: string): boolean {
  const days = dayNumberOf(to as LocalDate) - dayNumberOf(from as LocalDate)
  return days >= 0 && days <= MOST_DAYS
}

const badSpan = () =>
  refuse('invalid-input', '起止日期有误：结束日不能早于开始日，最多一年。', {
    fields: [{ field: 'to', message: '请改结束日' }],
  })

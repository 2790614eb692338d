import type { z } from 'zod'
import type { listServiceFollowUps, ServiceFollowUp } from '../../contract/hall-follow-ups.ts'
import { GRADE_NAME } from '../../domain/application/supervision/grade-name.ts'
import { followUpOutcomeName } from '../../domain/application/supervision/follow-up-outcome.ts'
import { followUpDueOn, followUpLight } from '../../domain/application/supervision/ratings.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { HallContext } from './hall-context.ts'
import type { HallState } from './hall-state.ts'
import { queueOf } from './queues-now.ts'

const PAGE = 20
const COLUMNS = `
  f.ticket_id as "ticketId", t.number, f.rated_on as "ratedOn", e.at as "ratedAt", e.grade, e.window_id as "windowId",
  a.name as "clerkName", t.queue, t.item_id as "itemId"`
const FROM = `
  service_follow_up f
  join service_evaluation e on e.region_code = $1 and e.ticket_id = f.ticket_id
  join ticket t on t.region_code = $1 and t.ticket_id = f.ticket_id
  left join account a on a.region_code = $1 and a.account_id = e.clerk_id`
const OPEN = `
  select ${COLUMNS} from ${FROM}
   where f.region_code = $1 and f.is_open and (f.rated_on, f.ticket_id) > ($2::date, $3::uuid)
   order by f.rated_on, f.ticket_id limit $4`
const SETTLED = `
  select ${COLUMNS} from ${FROM}
   where f.region_code = $1 and not f.is_open and (f.rated_on, f.ticket_id) < ($2::date, $3::uuid)
   order by f.rated_on desc, f.ticket_id desc limit $4`
const ONE = `select ${COLUMNS} from ${FROM} where f.region_code = $1 and f.ticket_id = $2`
const COUNT =
  'select count(*)::int as open from service_follow_up where region_code = $1 and is_open'
const CALLS = `
  select ticket_id as "ticketId", at, outcome, text, person_name as "byName" from service_follow_up_call
   where region_code = $1 and ticket_id = any($2::uuid[]) order by at, command_id`
const START = {
  open: { on: '-infinity', id: '00000000-0000-0000-0000-000000000000' },
  settled: { on: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
} as const

export type FollowUpRow = {
  readonly ticketId: string
  readonly number: string
  readonly ratedOn: LocalDate
  readonly ratedAt: Instant
  readonly grade: keyof typeof GRADE_NAME
  readonly windowId: number
  readonly clerkName: string | null
  readonly queue: QueueCode
  readonly itemId: string | null
}
type CallRow = {
  readonly ticketId: string
  readonly at: Instant
  readonly outcome: string
  readonly text: string
  readonly byName: string
}
type Context = Pick<HallContext, 'http' | 'reference'>
type Page = z.output<typeof listServiceFollowUps.query>

/** Bad grades of the counter that no application took. */
export async function followUpPage(
  context: Context,
  state: HallState,
  { state: which = 'open', cursor, size = PAGE }: Page,
) {
  const { regionCode } = state
  const [, on = START[which].on, id = START[which].id] =
    /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  const text = which === 'open' ? OPEN : SETTLED
  const rows = await context.http.db.query<FollowUpRow>(text, [regionCode, on, id, size + 1])
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: await viewed(context, state, shown),
    next: rows.length > size && last !== undefined ? `${last.ratedOn}~${last.ticketId}` : null,
    open: await openFollowUps(context, regionCode),
  }
}

export async function openFollowUps(
  { http }: Pick<Context, 'http'>,
  regionCode: number,
): Promise<number> {
  return (await http.db.query<{ open: number }>(COUNT, [regionCode]))[0]?.open ?? 0
}

export async function findFollowUp(
  context: Context,
  state: HallState,
  ticketId: string,
): Promise<ServiceFollowUp | undefined> {
  const rows = await context.http.db.query<FollowUpRow>(ONE, [state.regionCode, ticketId])
  return (await viewed(context, state, rows))[0]
}

/** By the limits of a rating of an application (domain rules §7): one working day for the first call. */
async function viewed(
  { http, reference }: Context,
  state: HallState,
  rows: readonly FollowUpRow[],
): Promise<ServiceFollowUp[]> {
  if (rows.length === 0) return []
  const { regionCode } = state
  const { calendar } = reference
  const today = localDateOf(http.clock(regionCode))
  const ids = `{${rows.map(({ ticketId }) => ticketId).join(',')}}`
  const calls = await http.db.query<CallRow>(CALLS, [regionCode, ids])
  return rows.map(({ ratedOn, queue, itemId, ...row }) => {
    const own = calls.filter(({ ticketId }) => ticketId === row.ticketId)
    const dueOn = followUpDueOn({ on: ratedOn, followUps: own.map(followUpOf) }, calendar)
    return {
      ...row,
      day: ratedOn,
      gradeName: GRADE_NAME[row.grade],
      queueName: queueOf(state, queue)?.name ?? queue,
      itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? itemId),
      dueOn,
      light: dueOn === null ? null : followUpLight(dueOn, today, calendar),
      calls: own.map(({ at, outcome, text, byName }) => ({
        at,
        outcome,
        outcomeName: followUpOutcomeName(outcome),
        text,
        byName,
      })),
    }
  })
}

const followUpOf = ({ at, outcome, text }: Pick<CallRow, 'at' | 'outcome' | 'text'>) => ({
  on: localDateOf(at),
  outcome,
  text,
})

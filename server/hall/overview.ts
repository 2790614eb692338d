import type { z } from 'zod'
import type { HallBoard, HallOverview } from '../../contract/hall.ts'
import { servedAt } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Session } from '../http/session.ts'
import { windowOnBoard } from './board.ts'
import { pausedWords, viewFor } from './desk.ts'
import { type HallContext, nowOf } from './hall-context.ts'
import { type HallState, inHandAt } from './hall-state.ts'
import { positionsIn } from './queues-now.ts'

const MOST_LISTED = 200
const TODAY = `
  select (count(*) filter (where status = 'finished'))::int as finished, (count(*) filter (where status = 'void'))::int as void,
         (avg(extract(epoch from first_call_at - taken_at)) / 60)::float8 as waiting,
         (avg(extract(epoch from finished_at - started_at)) / 60)::float8 as handling
    from ticket where region_code = $1 and day = $2`

type Today = {
  readonly finished: number
  readonly void: number
  readonly waiting: number | null
  readonly handling: number | null
}

const iso = (at: number) => new Date(at).toISOString()

/** The hall as its manager sees it: windows with their clerks, tickets in the order of their calls, today's figures. */
export async function overviewOf(
  context: HallContext,
  session: Session,
  board: HallBoard,
): Promise<z.input<typeof HallOverview>> {
  const { regionCode } = session
  const state = await context.store.look(regionCode)
  const now = nowOf(context, regionCode)
  const view = viewFor(context, state, session, now)
  const [today] = await context.http.db.query<Today>(TODAY, [regionCode, state.day])
  return {
    board,
    windows: state.configuration.configuration.windows.map((window) => {
      const at = state.sessions.get(window.windowId)
      const ticket = inHandAt(state, window.windowId)
      return {
        ...windowOnBoard(state, window, now),
        clerkId: at?.clerkId ?? null,
        clerkName: at?.clerkName ?? null,
        seenAt: at === undefined ? null : iso(at.seenAt),
        pausedReason: at === undefined ? null : pausedWords(at),
        pausedAt: at === undefined || at.paused === null ? null : iso(at.paused.at),
        finished: servedAt(state.head, window.windowId).tickets,
        ticket: ticket === undefined ? null : view(ticket),
      }
    }),
    tickets: inCallOrder(state, now)
      .slice(0, MOST_LISTED)
      .map((ticket) => view(ticket)),
    finishedToday: today?.finished ?? 0,
    voidToday: today?.void ?? 0,
    specialToday: state.head.specials ?? 0,
    waitingMinutesAverage: today?.waiting ?? null,
    handlingMinutesAverage: today?.handling ?? null,
  }
}

/** At a window first, then those who wait by the rule, then those who missed their call. */
function inCallOrder(state: HallState, now: number): Ticket[] {
  const places = positionsIn(state, now)
  const rank = ({ status, ticketId }: Ticket) =>
    status === 'waiting' ? (places.get(ticketId) ?? 0) : status === 'passed' ? 1e9 : -1
  return [...state.tickets.values()].toSorted((one, other) => rank(one) - rank(other))
}

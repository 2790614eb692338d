import type { HallBoard } from '../../contract/hall.ts'
import { closedBecause, hoursText, minuteOfDay } from '../../domain/hall/opening-hours.ts'
import type { HallWindow } from '../../domain/hall/hall-configuration.ts'
import { WINDOW_STATE_NAME } from '../../domain/hall/window-session.ts'
import { windowStateOf } from '../../domain/hall/window-state.ts'
import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import { ORDER_RULE } from '../../domain/queue/call-order.ts'
import { refusalToGive } from '../../domain/queue/take-ticket.ts'
import { callView } from './call-view.ts'
import { type HallContext, nowOf } from './hall-context.ts'
import { type HallState, inHandAt } from './hall-state.ts'
import { onDutyFor, queueNow, waitingIn } from './queues-now.ts'

const KEPT_MS = 1_000

export function windowOnBoard(state: HallState, window: HallWindow, now: number) {
  const { windowId, name, queues, zoneId } = window
  const ticket = inHandAt(state, windowId)
  const stands = windowStateOf(state.sessions.get(windowId), ticket !== undefined, now)
  return {
    windowId,
    name,
    zoneName: zoneNameOf(state, zoneId),
    queues: [...queues],
    state: stands,
    stateName: WINDOW_STATE_NAME[stands],
    number: ticket?.number ?? null,
    calling: ticket?.status === 'called',
  }
}

function zoneNameOf({ configuration }: HallState, zoneId: string): string {
  return configuration.configuration.zones.find((zone) => zone.zoneId === zoneId)?.name ?? ''
}

export function boardOf(state: HallState, calendar: WorkingCalendar, now: number): HallBoard {
  const { queues, windows, hours } = state.configuration.configuration
  const closed = closedBecause({ day: state.day, minute: minuteOfDay(now) }, hours, calendar)
  return {
    revision: state.revision,
    day: state.day,
    open: closed === null,
    hours: hoursText(hours.periods),
    hoursConfirmed: hours.confirmed,
    closedBecause: closed,
    queues: queues.map(({ queue, name, zoneId }) => {
      const as = queueNow(state, queue, calendar, now)
      const refusal = as === undefined ? null : refusalToGive(as)
      const onDuty = onDutyFor(state, queue, now)
      const waiting = waitingIn(state, queue)
      return {
        queue,
        name,
        zoneName: zoneNameOf(state, zoneId),
        waiting,
        windows: onDuty,
        estimateMinutes: state.estimate(state, queue, now),
        taking: refusal === null,
        notTaking: refusal?.code ?? null,
      }
    }),
    windows: windows.map((window) => windowOnBoard(state, window, now)),
    calls: state.head.lastCalls.map(callView),
    orderRule: ORDER_RULE,
  }
}

type Kept = { readonly board: HallBoard; readonly state: HallState; readonly until: number }

/** The board for everybody: made once a second at most, and at once when this server knows that something changed. */
export function createBoard({
  http,
  store,
  reference,
}: Pick<HallContext, 'http' | 'store' | 'reference'>) {
  const kept = new Map<number, Kept>()
  const making = new Map<number, Promise<HallBoard>>()

  async function make(regionCode: number): Promise<HallBoard> {
    const state = await store.look(regionCode)
    const board = boardOf(state, reference.calendar, nowOf({ http }, regionCode))
    kept.set(regionCode, { board, state, until: performance.now() + KEPT_MS })
    return board
  }

  return async (regionCode: number): Promise<HallBoard> => {
    const known = kept.get(regionCode)
    if (
      known !== undefined &&
      performance.now() < known.until &&
      known.board.revision === known.state.revision &&
      known.state === store.known(regionCode)
    )
      return known.board
    const coming = making.get(regionCode) ?? make(regionCode)
    making.set(regionCode, coming)
    try {
      return await coming
    } finally {
      making.delete(regionCode)
    }
  }
}

import { hallBoard, hallOverview } from '../../contract/hall.ts'
import { clockOf } from '../../domain/booking/slots.ts'
import { momentOf } from '../../domain/booking/booking.ts'
import type { OpenPeriod } from '../../domain/hall/hall-configuration.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { bookAhead } from './book-ahead.ts'
import { clerkWorks } from './clerk-works.ts'
import type { DayClock } from './day-clock.ts'
import { createEntrance, MANAGER, openPlaces, queuesServed } from './day-places.ts'
import { type DayRun, minuteNow, momentAt, type Tally } from './day-run.ts'
import { planDay, type Visitor } from './day-script.ts'
import type { HallClient } from './hall-client.ts'
import { visitorsCome } from './visitors-come.ts'

export type DaySetting = {
  readonly client: HallClient
  readonly clock: DayClock
  readonly day: LocalDate
  readonly people: number
  readonly seed: number
  /** True: the server goes by this clock, so that people book the day before and windows give signs of life as much faster. */
  readonly isServersClock: boolean
  /** When people come and windows work, minutes of the day. */
  readonly periods: readonly OpenPeriod[]
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

const SHARES: readonly (readonly [QueueCode, number])[] = [
  ['A', 0.7],
  ['D', 0.12],
  ['B', 0.1],
  ['C', 0.08],
]
/** Two to a window: in the afternoon the other one takes over. */
const CLERKS: Readonly<Record<number, readonly [string, ...string[]]>> = {
  1: ['chuangkou1', 'chuangkou2'],
  2: ['chuangkou4', 'chuangkou5'],
  3: ['chuangkou6'],
}
const RESTS = [10 * 60 + 20, 10 * 60 + 40, 15 * 60 + 10]
const OPEN_BEFORE = 4
/** As the clerk's page does. */
const BEAT_MS = 20_000
const REPORT_EVERY = 30

/** Bookings, windows, people, ratings: a whole day through the API, as fast as its clock runs. Answers what happened. */
export async function playDay(setting: DaySetting): Promise<Tally> {
  const { client, clock, day, signal, say, people, seed, periods, isServersClock } = setting
  const enter = createEntrance(client)
  const places = await openPlaces(client, enter)
  const served = await queuesServed(client)
  const shares = SHARES.filter(([queue]) => served.includes(queue))
  const { visitors, noShows } = planDay(seed, people, periods, shares)
  const codes = isServersClock ? await bookEverybody(setting, visitors, noShows) : new Map()
  const run: DayRun = {
    client,
    clock,
    enter,
    places,
    signal,
    beatEveryMs: isServersClock ? Math.max(100, BEAT_MS / clock.speed) : BEAT_MS,
    midnight: momentOf(day, 0),
    holders: new Map(),
    tally: {
      came: 0,
      booked: 0,
      refused: 0,
      served: 0,
      passed: 0,
      transferred: 0,
      held: 0,
      rated: 0,
      open: 0,
    },
  }
  const opening = periods[0]?.from ?? 540
  clock.skipTo(momentAt(run, opening - OPEN_BEFORE))
  const windows = places.windows.slice(0, 3)
  const work = windows.map((windowId, index) =>
    clerkWorks(run, {
      windowId,
      clerks: CLERKS[windowId] ?? ['chuangkou1'],
      periods,
      rest: RESTS[index] ?? 630,
    }),
  )
  const reporting = report(run, say)
  await Promise.all([visitorsCome(run, visitors, codes), overLunch(run, periods), ...work])
  reporting.abort()
  return run.tally
}

async function bookEverybody(
  { client, day, say }: DaySetting,
  visitors: readonly Visitor[],
  noShows: readonly number[],
): Promise<ReadonlyMap<Visitor, string>> {
  const withBooking = visitors.filter(({ bookedMinute }) => bookedMinute !== null)
  const minutes = withBooking.map(({ bookedMinute }) => bookedMinute ?? 0)
  const codes = await bookAhead(client, day, [...minutes, ...noShows])
  const made = codes.filter((code) => code !== null).length
  say(
    `前一天下午：${codes.length} 人在网上预约，约到 ${made} 个时段，其中 ${noShows.length} 人不会来。`,
  )
  return new Map(
    withBooking.flatMap((visitor, index) => {
      const code = codes[index]
      return code === undefined || code === null ? [] : [[visitor, code] as const]
    }),
  )
}

/** Over the meal nothing happens: the clock goes to two minutes before the doors open again. */
async function overLunch(run: DayRun, periods: readonly OpenPeriod[]): Promise<void> {
  const { clock, signal, client, enter } = run
  for (const [index, { to }] of periods.entries()) {
    const next = periods[index + 1]
    if (next === undefined) return
    await clock.until(momentAt(run, to + 2), signal)
    for (;;) {
      const cookie = await enter(MANAGER)
      const overview = await client.send({ cookie }, hallOverview)
      const isBusy =
        overview.ok &&
        overview.value.windows.some(({ state }) => state === 'busy' || state === 'free')
      if (!isBusy || signal.aborted || minuteNow(run) > next.from - 10) break
      await clock.until(clock.now() + 60_000, signal)
    }
    clock.skipTo(momentAt(run, next.from - 3))
  }
}

function report(run: DayRun, say: (line: string) => void): AbortController {
  const ended = new AbortController()
  const { clock, client, tally } = run
  const look = async () => {
    let next = Math.ceil(minuteNow(run) / REPORT_EVERY) * REPORT_EVERY
    while (!ended.signal.aborted) {
      await clock.until(momentAt(run, next), ended.signal)
      if (ended.signal.aborted || run.signal.aborted) return
      const board = await client.send({}, hallBoard)
      const waiting = board.ok
        ? board.value.queues.reduce((sum, queue) => sum + queue.waiting, 0)
        : 0
      say(
        `${clockOf(next)}  取号 ${tally.came}  等候 ${waiting}  办结 ${tally.served}  评价 ${tally.rated}`,
      )
      next = Math.max(next + REPORT_EVERY, Math.ceil(minuteNow(run) / REPORT_EVERY) * REPORT_EVERY)
    }
  }
  void look()
  return ended
}

import { uuidv7 } from 'uuidv7'
import { rateService } from '../../contract/hall-devices.ts'
import {
  handOver,
  pauseWindow,
  resumeWindow,
  signOff,
  signOn,
  windowHeartbeat,
} from '../../contract/hall.ts'
import {
  callNext,
  finishTicket,
  holdTicket,
  passTicket,
  recallTicket,
  resumeTicket,
  startTicket,
  transferTicket,
} from '../../contract/tickets.ts'
import type { Visitor } from './day-script.ts'
import { type DayRun, minuteNow, momentAt, pass } from './day-run.ts'
import { comeBack } from './visitors-come.ts'

/** Minutes between two looks when nobody waits, from the call to the counter, and between two callings-out. */
const LOOK_AGAIN = 0.4
const WALK = 0.4
const CALL_OUT = 0.4

export type Shift = {
  readonly windowId: number
  /** Who sits there in the morning, and who takes over in the afternoon. */
  readonly clerks: readonly [string, ...string[]]
  readonly periods: readonly { readonly from: number; readonly to: number }[]
  /** Minute of a short rest. */
  readonly rest: number
}

/** One window's day: sign on, call by call, a rest, the meal, the colleague's turn, sign off when nobody waits. */
export async function clerkWorks(run: DayRun, shift: Shift): Promise<void> {
  const { client, clock, signal, tally } = run
  const { windowId, clerks, periods } = shift
  let username = clerks[0]
  const act = async (operation: typeof signOn) => {
    const cookie = await run.enter(username)
    await client.send({ cookie }, operation, {
      params: { windowId },
      body: { commandId: uuidv7() },
    })
  }
  const rest = async (reason: 'rest' | 'meal', until: number) => {
    const cookie = await run.enter(username)
    const body = { commandId: uuidv7(), reason, text: '' }
    await client.send({ cookie }, pauseWindow, { params: { windowId }, body })
    await clock.until(momentAt(run, until), signal)
    await act(resumeWindow)
  }
  const beating = beat(run, windowId, () => username)
  await act(signOn)
  let rested = false
  for (const [index, { to }] of periods.entries()) {
    while (!signal.aborted && (minuteNow(run) < to || tally.open > 0)) {
      if (!rested && minuteNow(run) >= shift.rest) {
        rested = true
        await rest('rest', shift.rest + 8)
      }
      if (!(await serveNext(run, windowId, await run.enter(username)))) await pass(run, LOOK_AGAIN)
    }
    const next = periods[index + 1]
    if (next === undefined || signal.aborted) continue
    await rest('meal', next.from - 2)
    const colleague = clerks[(index + 1) % clerks.length] ?? username
    if (colleague !== username) {
      username = colleague
      await act(handOver)
    }
  }
  await act(signOff)
  beating.abort()
}

/** False: nobody waits whom this window may call. */
async function serveNext(run: DayRun, windowId: number, cookie: string): Promise<boolean> {
  const { client, holders, tally } = run
  const called = await client.send({ cookie }, callNext, {
    params: { windowId },
    body: { commandId: uuidv7() },
  })
  const ticket = called.ok ? called.value.ticket : null
  if (ticket === null) return false
  const { ticketId, misses } = ticket
  tally.open -= 1
  const holder = holders.get(ticketId)
  if (holder !== undefined && holder.stays !== 'yes' && misses === 0) {
    await callInVain(run, ticketId, cookie, holder)
    return true
  }
  await pass(run, WALK)
  await serve(run, { ticketId, windowId, cookie }, holder)
  return true
}

async function callInVain(
  run: DayRun,
  ticketId: string,
  cookie: string,
  { stays }: Visitor,
): Promise<void> {
  const { client, tally } = run
  const once = () => ({ params: { ticketId }, body: { commandId: uuidv7() } })
  for (let times = 0; times < 2; times += 1) {
    await pass(run, CALL_OUT)
    await client.send({ cookie }, recallTicket, once())
  }
  await pass(run, CALL_OUT)
  const passed = await client.send({ cookie }, passTicket, once())
  if (!passed.ok) return
  tally.passed += 1
  if (stays === 'returns') void comeBack(run, ticketId)
}

/** Somebody who came to the hall beside the demonstration's people. */
const UNKNOWN: Visitor = {
  comesMinute: 0,
  queue: 'A',
  priorityReason: null,
  serviceMinutes: 4,
  bookedMinute: null,
  stays: 'yes',
  turn: 'none',
  grade: null,
}

type AtCounter = { readonly ticketId: string; readonly windowId: number; readonly cookie: string }

async function serve(run: DayRun, place: AtCounter, holder: Visitor = UNKNOWN): Promise<void> {
  const { client, tally } = run
  const { ticketId, windowId, cookie } = place
  const { serviceMinutes, turn } = holder
  const once = () => ({ params: { ticketId }, body: { commandId: uuidv7() } })
  await client.send({ cookie }, startTicket, once())
  if (turn !== 'none') {
    await pass(run, serviceMinutes / 2)
    if (turn === 'transfer' && (await sendOn(run, place, holder))) return
    if (turn === 'hold') await putAside(run, place)
  }
  await pass(run, turn === 'none' ? serviceMinutes : serviceMinutes / 2)
  const finished = await client.send({ cookie }, finishTicket, once())
  if (!finished.ok) return
  tally.served += 1
  await rate(run, windowId, ticketId, holder.grade)
}

/** To the head of the queue again, once. */
async function sendOn(
  { client, holders, tally }: DayRun,
  { ticketId, cookie }: AtCounter,
  holder: Visitor,
): Promise<boolean> {
  holders.set(ticketId, { ...holder, turn: 'none' })
  const moved = await client.send({ cookie }, transferTicket, {
    params: { ticketId },
    body: {
      commandId: uuidv7(),
      reason: '材料要由前面的窗口核对',
      queue: holder.queue,
      windowId: null,
    },
  })
  if (!moved.ok) return false
  tally.transferred += 1
  tally.open += 1
  return true
}

/** Somebody else is served while this one copies a paper. */
async function putAside(run: DayRun, { ticketId, windowId, cookie }: AtCounter): Promise<void> {
  const { client, tally } = run
  const body = { commandId: uuidv7(), reason: '去复印证件' }
  const held = await client.send({ cookie }, holdTicket, { params: { ticketId }, body })
  if (!held.ok) return
  tally.held += 1
  await serveNext(run, windowId, cookie)
  const again = { params: { ticketId }, body: { commandId: uuidv7() } }
  await client.send({ cookie }, resumeTicket, again)
}

async function rate(
  { client, places, tally }: DayRun,
  windowId: number,
  ticketId: string,
  grade: Visitor['grade'],
): Promise<void> {
  const device = places.evaluators.get(windowId)
  if (grade === null || device === undefined) return
  const body = { commandId: uuidv7(), ticketId, grade }
  if ((await client.send({ device }, rateService, { body })).ok) tally.rated += 1
}

function beat({ client, enter, signal, beatEveryMs }: DayRun, windowId: number, who: () => string) {
  const ended = new AbortController()
  const again = async () => {
    if (ended.signal.aborted || signal.aborted) return
    const cookie = await enter(who())
    await client.send({ cookie }, windowHeartbeat, { params: { windowId } }).catch(() => undefined)
    setTimeout(() => void again(), beatEveryMs).unref()
  }
  void again()
  return ended
}

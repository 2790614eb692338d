import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { HallDesk } from '../../contract/hall.ts'
import type { TicketForStaff, TicketView } from '../../contract/tickets.ts'
import type { Random } from '../kill/seeded-random.ts'
import { inventedApplicant } from '../region/invented-people.ts'
import type { HallCaller } from './hall-caller.ts'
import type { HallWindowAt, OpenHall } from './open-hall.ts'

/** When a call was sent, by the id that its event carries. */
export type SentCalls = Map<string, number>

export type Morning = {
  readonly caller: HallCaller
  readonly hall: OpenHall
  readonly random: Random
  /** Tickets given out so far, for those who follow theirs on a phone. */
  readonly tickets: string[]
  readonly calls: SentCalls
  readonly people: { came: number }
  /** performance.now() when it is over. */
  readonly until: number
}

/** Milliseconds: a morning's minutes, made short. */
const AT_KIOSK = [500, 1_500] as const
const AT_COUNTER = [150, 600] as const
const ON_PHONE = [1_000, 3_000] as const
const BOARD_EVERY = 1_000
/** The number is called out again after twenty seconds at the earliest. */
const NOBODY_CAME = 20_300
const PRIORITY = 0.1
const FOR_AN_ITEM = 0.3
const TRANSFERRED = 0.08
const HELD = 0.05
const ITEMS = ['aba-49', 'aba-60', 'aba-48', 'aba-36']
const SEED = 91
const TICKETS = '/api/hall/tickets'

/** So many people one after the other at each kiosk, as fast as it gives numbers: the doors open. */
export async function doorsOpen(morning: Morning, each: number): Promise<void> {
  await Promise.all(
    morning.hall.kiosks.map(async (device) => {
      for (let n = 0; n < each; n += 1) await takeTicket(morning, device)
    }),
  )
}

export async function takeTicket(
  { caller, random, tickets, people }: Morning,
  device: string,
  queue: 'A' | null = null,
): Promise<void> {
  const ticketId = uuidv7()
  const { identityNumber } = inventedApplicant(SEED, 'person', (people.came += 1))
  const wish = {
    ticketId,
    queue: queue ?? random.pick(['A', 'A', 'A', 'D', 'D', 'B', 'C'] as const),
    priorityReason: random.chance(PRIORITY) ? 'elder' : null,
    itemId: random.chance(FOR_AN_ITEM) ? random.pick(ITEMS) : null,
    identity: random.chance(0.5) ? identityNumber : null,
  }
  const given = await caller.write<TicketView>('take ticket', { device }, TICKETS, wish)
  if (given !== undefined) tickets.push(ticketId)
}

/** People keep coming. */
export async function kioskGoesOn(morning: Morning, device: string): Promise<void> {
  const { random, until } = morning
  while (performance.now() < until) {
    await wait(random.between(...AT_KIOSK))
    await takeTicket(morning, device)
  }
}

/** A clerk looks at the desk, calls, begins, and finishes or passes the person on. */
export async function windowWorks(morning: Morning, window: HallWindowAt): Promise<void> {
  const { caller, random, until } = morning
  while (performance.now() < until) {
    await readDesk(morning, window)
    const ticket = await callAt(morning, window)
    if (ticket === null) {
      await wait(random.between(...AT_COUNTER))
      continue
    }
    await wait(random.between(...AT_COUNTER))
    await act(caller, window, ticket, 'start')
    await readDesk(morning, window)
    await wait(random.between(...AT_COUNTER))
    await endVisit(morning, window, ticket)
  }
}

async function endVisit(
  { caller, random }: Morning,
  window: HallWindowAt,
  ticket: TicketForStaff,
): Promise<void> {
  if (ticket.misses === 0 && random.chance(TRANSFERRED)) {
    const target = { queue: 'A', windowId: null, reason: '需要其他窗口继续办理' }
    await act(caller, window, ticket, 'transfer', target)
    return
  }
  if (random.chance(HELD)) {
    await act(caller, window, ticket, 'hold', { reason: '补充复印件' })
    await wait(random.between(...AT_COUNTER))
    await act(caller, window, ticket, 'resume')
  }
  await act(caller, window, ticket, 'finish')
}

/** Nobody comes to this window: called out again, passed; every second holder comes back at the kiosk. */
export async function windowWaitsInVain(
  morning: Morning,
  window: HallWindowAt,
  device: string,
): Promise<void> {
  const { caller, random, until } = morning
  do {
    const ticket = await callAt(morning, window)
    if (ticket === null) return
    await wait(NOBODY_CAME)
    await act(caller, window, ticket, 'recall')
    await act(caller, window, ticket, 'pass')
    if (ticket.misses === 0 && random.chance(0.5))
      await caller.write(
        'return at kiosk',
        { device },
        `/api/hall/tickets/${ticket.ticketId}/return-at-kiosk`,
        { commandId: uuidv7() },
      )
  } while (performance.now() + NOBODY_CAME < until)
}

export async function readDesk({ caller }: Morning, { cookie }: HallWindowAt): Promise<void> {
  await caller.read<HallDesk>('desk', { cookie }, '/api/hall/desk')
}

/** F2. Null: nobody waits whom this window may call. */
export async function callAt(
  { caller, calls }: Morning,
  { windowId, cookie }: HallWindowAt,
  { finish }: { readonly finish: boolean } = { finish: false },
): Promise<TicketForStaff | null> {
  const path = `/api/hall/windows/${windowId}/call-next`
  const sent = performance.now()
  const body = { commandId: uuidv7(), ...(finish ? { finish } : {}) }
  const answer = await caller.write<{ readonly ticket: TicketForStaff | null }>(
    finish ? 'call next, the one before finished' : 'call next',
    { cookie },
    path,
    body,
  )
  const ticket = answer?.ticket ?? null
  if (ticket !== null) calls.set(callIdOf(ticket), sent)
  return ticket
}

/** As the server names a first call (domain/queue/queue-day.ts). */
function callIdOf({ number, calledAt }: TicketForStaff): string {
  return `${number}-${Date.parse(calledAt ?? '')}`
}

async function act(
  caller: HallCaller,
  { cookie }: HallWindowAt,
  { ticketId }: TicketForStaff,
  name: 'start' | 'finish' | 'transfer' | 'hold' | 'resume' | 'recall' | 'pass',
  more: object = {},
): Promise<void> {
  const path = `/api/hall/tickets/${ticketId}/${name}`
  await caller.write<TicketForStaff>(name, { cookie }, path, { commandId: uuidv7(), ...more })
}

/** Somebody waits and looks at the phone now and then. */
export async function phoneFollows({ caller, random, tickets, until }: Morning, address: string) {
  while (performance.now() < until) {
    await wait(random.between(...ON_PHONE))
    if (tickets.length === 0) continue
    const path = `/api/hall/tickets/${random.pick(tickets)}`
    await caller.read<TicketView>('ticket standing', { address }, path)
  }
}

/** A screen that shows the whole board reads it anew while things happen. */
export async function screenShows({ caller, random, until }: Morning, address: string) {
  await wait(random.between(0, BOARD_EVERY))
  while (performance.now() < until) {
    await caller.read('board', { address }, '/api/hall/board')
    await wait(BOARD_EVERY)
  }
}

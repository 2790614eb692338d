import { bookAhead } from '../hall/book-ahead.ts'
import type { HallCaller } from '../hall/hall-caller.ts'
import { inventedApplicant } from '../region/invented-people.ts'
import type { Desk } from './desk.ts'

type Called = { readonly ticket: { readonly ticketId: string } | null }

const QUEUES = ['A', 'A', 'A', 'D', 'D', 'B', 'C'] as const
const SEED = 93
const TICKETS = '/api/hall/tickets'

/** The ticket that somebody holds, by their session. */
const held = new Map<string, string>()
let taken = 0

/** A clerk at a window of the hall: the next one is called, the one before finished with it. */
export async function windowVisit(desk: Desk): Promise<void> {
  const { windowId } = desk.person
  await desk.get('hall desk', '/api/hall/desk')
  const called = (await desk.write('call next', 'POST', `/api/hall/windows/${windowId}/call-next`, {
    commandId: desk.newId(),
    finish: true,
  })) as Called | undefined
  const ticket = called?.ticket ?? null
  if (ticket === null) return
  await desk.look()
  const act = async (name: string, more: object = {}) =>
    await desk.write(`${name} ticket`, 'POST', `${TICKETS}/${ticket.ticketId}/${name}`, {
      commandId: desk.newId(),
      ...more,
    })
  await act('start')
  await desk.get('hall desk', '/api/hall/desk')
  if (!desk.random.chance(0.08)) return
  await desk.look()
  await act('transfer', { queue: 'A', windowId: null, reason: '需要其他窗口继续办理' })
}

/** Somebody on the way to the hall or in it: takes a ticket at a kiosk, follows it on the phone, books ahead. */
export async function visitorVisit(desk: Desk): Promise<void> {
  const drawn = desk.random.next()
  if (drawn < 0.3) return await takeTicket(desk)
  if (drawn < 0.75) return await follow(desk)
  const booked = await bookAhead(callerAt(desk), desk.person, desk.random)
  // Plans change: who never gave a day back would soon have one in every day that can be booked.
  if (booked === undefined || !desk.random.chance(0.6)) return
  await desk.look()
  await desk.write('cancel booking', 'POST', `/api/bookings/${booked.bookingId}/cancel`, {
    commandId: desk.newId(),
  })
}

function callerAt(desk: Desk): HallCaller {
  return {
    read: async <Body>(name: string, _by: object, path: string) =>
      (await desk.get(name, path)) as Body | undefined,
    write: async <Body>(name: string, _by: object, path: string, body: object) =>
      (await desk.write(name, 'POST', path, body)) as Body | undefined,
  }
}

async function takeTicket(desk: Desk): Promise<void> {
  const { random } = desk
  const ticketId = desk.newId()
  taken += 1
  const person = taken
  await desk.get('hall board', '/api/hall/board')
  await desk.look()
  const given = await desk.write(
    'take ticket',
    'POST',
    TICKETS,
    {
      ticketId,
      queue: random.pick(QUEUES),
      priorityReason: random.chance(0.1) ? 'elder' : null,
      itemId: null,
      identity: random.chance(0.5)
        ? inventedApplicant(SEED, 'person', person).identityNumber
        : null,
    },
    `x-hall-device: ${desk.person.kiosk}\r\n`,
  )
  if (given !== undefined) held.set(desk.person.cookie, ticketId)
}

async function follow(desk: Desk): Promise<void> {
  const ticketId = held.get(desk.person.cookie)
  if (ticketId === undefined) return await takeTicket(desk)
  await desk.get('ticket standing', `${TICKETS}/${ticketId}`)
  await desk.get('hall board', '/api/hall/board')
}

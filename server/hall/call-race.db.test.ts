import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import { callOrder } from '../../domain/queue/call-order.ts'
import { NEW_DAY, nextNumber, waitingTicketOf } from '../../domain/queue/queue-day.ts'
import { prefixOf, type PriorityClass, type TicketIn } from '../../domain/queue/ticket.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect, type Database } from '../database/connect.ts'
import { callNextAt } from './call-next.ts'
import type { HallFact } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'
import { createHallStore } from './hall-store.ts'

const REGION = 513_200
const TICKETS = 10_000
const WINDOWS = Array.from({ length: 10 }, (_, index) => index + 1)
const START = Date.parse('2026-11-23T01:00:00.000Z')

const { database, connectionString } = await freshDatabase({ maxConnections: 6 })
await database.query(
  `insert into region (region_code, name, number_prefix) values ($1, '阿坝州', '513200')`,
  [REGION],
)

// A clock that never tells one moment twice: the order of calls is told by their times.
let ticks = 0
const clock = () => new Date(START + (ticks += 1)).toISOString() as Instant
const shipped = {
  ...ABA_HALL,
  windows: WINDOWS.map((windowId) => ({
    windowId,
    name: `${windowId} 号`,
    zoneId: 'approval' as const,
    queues: ['A' as const],
  })),
  posts: [],
}
const nobody = () => undefined
const storeOn = (db: Database) =>
  createHallStore({ db, clock, shipped, onChange: nobody, onCommit: nobody })
const reference = { findItem: nobody } as unknown as HallContext['reference']

/** Booked, priority and ordinary as they come in a hall: one, two and seven of ten. */
const CLASSES: readonly PriorityClass[] = ['booked', 'priority', 'priority']

function taken(index: number, number: string): TicketIn<'waiting'> {
  const priority = CLASSES[index % 10] ?? 'ordinary'
  return {
    ticketId: uuidv7(),
    number,
    queue: 'A',
    priority,
    priorityReason: priority === 'priority' ? 'elder' : null,
    takenAt: START - TICKETS + index,
    slotAt: priority === 'booked' ? START : null,
    itemId: null,
    personHash: null,
    misses: 0,
    status: 'waiting',
    band: 'line',
    afterCall: 0,
    forWindow: null,
  }
}

test('ten windows over two servers call ten thousand tickets at once: each once, in the order of the rule', async () => {
  const other = connect({ connectionString, maxConnections: 6 })
  const stores = [storeOn(database), storeOn(other)] as const
  const clerks = new Map(WINDOWS.map((windowId) => [windowId, uuidv7()]))

  const by = { accountId: null, name: '导办台' }
  let head = NEW_DAY
  const tickets = Array.from({ length: TICKETS }, (_, index) => {
    const prefix = prefixOf('A', CLASSES[index % 10] ?? 'ordinary')
    const next = nextNumber(head, prefix)
    head = next.day
    return taken(index, next.number)
  })
  const facts: HallFact[] = tickets.map((ticket) => ({
    of: 'ticket',
    ticketId: ticket.ticketId,
    event: { type: 'TicketTaken', ticket },
  }))
  const seats: HallFact[] = [...clerks].map(([windowId, clerkId]) => ({
    of: 'window',
    windowId,
    event: {
      type: 'WindowSignedOn',
      session: {
        windowId,
        clerkId,
        clerkName: '张示例',
        training: ['etiquette'],
        signedOnAt: START,
        seenAt: START,
        paused: null,
      },
    },
  }))
  const opening = { commandId: uuidv7(), name: 'open', subject: 'day', by }
  await stores[0].act(REGION, opening, () => ({ ok: true, facts: [...seats, ...facts], head }))

  const callsOfWindows = await Promise.all(
    WINDOWS.map(async (windowId) => {
      const store = stores[windowId % 2 === 0 ? 0 : 1]
      const accountId = (clerks.get(windowId) ?? '') as AccountId
      const session = {
        regionCode: REGION,
        actor: {
          accountId,
          name: '张示例',
          role: 'window-clerk',
          body: 'approval-service-centre',
        },
      } as const
      const numbers: string[] = []
      for (;;) {
        const order = { commandId: uuidv7(), finish: true }
        const called = await callNextAt({ store, reference }, session, windowId, order)
        if (!called.ok) throw new Error(called.violation.code)
        if (called.ticket === null) return numbers
        numbers.push(called.ticket.number)
      }
    }),
  )
  const called = callsOfWindows.flat()
  expect(called).toHaveLength(TICKETS)
  expect(new Set(called).size).toBe(TICKETS)
  // Nobody was left to one window alone.
  expect(Math.min(...callsOfWindows.map((numbers) => numbers.length))).toBeGreaterThan(0)

  const rows = await database.query<{ ticketId: string }>(
    `select ticket_id as "ticketId" from ticket_event where region_code = $1 and act = 'TicketCalled' order by at`,
    [REGION],
  )
  const waiting = tickets.map((ticket) => waitingTicketOf(ticket, NEW_DAY))
  const rule = callOrder(waiting, [], START).map(({ ticketId }) => ticketId)
  expect(rows.map(({ ticketId }) => ticketId)).toEqual(rule)
  await other.close()
})

import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import { afterCall, classNow, nextTicket } from '../../domain/queue/call-order.ts'
import { nextNumber } from '../../domain/queue/queue-day.ts'
import {
  prefixOf,
  type PriorityClass,
  type TicketIn,
  type WaitingTicket,
} from '../../domain/queue/ticket.ts'
import { WAITING_TICKET } from '../../domain/queue/testing/waiting-ticket.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect, type Database } from '../database/connect.ts'
import { callNextAt } from './call-next.ts'
import type { HallDecision, HallFact } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'
import type { HallState } from './hall-state.ts'
import { createHallStore, type HallStore } from './hall-store.ts'

const REGION = 513_200
const TICKETS = 10_000
/** As many come in at once. */
const AT_ONCE = 100
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
  createHallStore({
    db,
    clock,
    shipped,
    onChange: nobody,
    onCommit: nobody,
    severalServers: true,
  })
const reference = { findItem: nobody } as unknown as HallContext['reference']

/** Booked, priority and ordinary as they come in a hall: one, two and seven of ten. */
const CLASSES: readonly PriorityClass[] = ['booked', 'priority', 'priority']

/** The next people at the door, all at once: numbered and put into the queue by one act. */
function comers(state: HallState, takenAt: number): HallDecision {
  let { head } = state
  const facts = Array.from({ length: AT_ONCE }, (_, index): HallFact => {
    const priority = CLASSES[index % 10] ?? 'ordinary'
    const next = nextNumber(head, prefixOf('A', priority))
    head = next.day
    const ticketId = uuidv7()
    const ticket = {
      ...WAITING_TICKET,
      ticketId,
      number: next.number,
      priority,
      priorityReason: priority === 'priority' ? 'elder' : null,
      takenAt,
      slotAt: priority === 'booked' ? START : null,
    } as const
    return { of: 'ticket', ticketId, event: { type: 'TicketTaken', ticket } }
  })
  return { ok: true, facts, head }
}

function seated(clerks: ReadonlyMap<number, string>): HallFact[] {
  return [...clerks].map(([windowId, clerkId]) => {
    const session = {
      windowId,
      clerkId,
      clerkName: '张示例',
      training: ['etiquette'],
      signedOnAt: START,
      seenAt: START,
      paused: null,
    }
    return { of: 'window', windowId, event: { type: 'WindowSignedOn', session } }
  })
}

test('ten windows over two servers call ten thousand tickets at once: each once, in the order of the rule', async () => {
  const other = connect({ connectionString, maxConnections: 6 })
  const stores = [storeOn(database), storeOn(other)] as const
  const clerks = new Map(WINDOWS.map((windowId) => [windowId, uuidv7()]))
  const by = { accountId: null, name: '导办台' }
  const act = (name: string) => ({ commandId: uuidv7(), name, subject: 'day', by })
  await stores[0].act(REGION, act('open'), () => ({ ok: true, facts: seated(clerks) }))

  let toCome = TICKETS
  let door: Promise<unknown> | null = null
  const letIn = async (store: HallStore) => {
    if (door === null && toCome > 0) {
      toCome -= AT_ONCE
      door = store.act(REGION, act('come'), comers).finally(() => {
        door = null
      })
    }
    await door
  }
  const callsOfWindows = await Promise.all(
    WINDOWS.map(async (windowId) => {
      const store = stores[windowId % 2 === 0 ? 0 : 1]
      const accountId = (clerks.get(windowId) ?? '') as AccountId
      const actor = { accountId, name: '张示例', role: 'window-clerk' } as const
      const session = {
        regionCode: REGION,
        actor: { ...actor, body: 'approval-service-centre' },
      } as const
      const numbers: string[] = []
      for (;;) {
        const order = { commandId: uuidv7(), finish: true }
        const called = await callNextAt({ store, reference }, session, windowId, order)
        if (!called.ok) throw new Error(called.violation.code)
        if (called.ticket !== null) numbers.push(called.ticket.number)
        else if (toCome === 0 && door === null) return numbers
        else await letIn(store)
      }
    }),
  )
  const called = callsOfWindows.flat()
  expect(called).toHaveLength(TICKETS)
  expect(new Set(called).size).toBe(TICKETS)
  // Nobody was left to one window alone.
  expect(Math.min(...callsOfWindows.map((numbers) => numbers.length))).toBeGreaterThan(0)
  await expectOrderKept()
  await other.close()
}, 180_000)

type Logged = { readonly act: string; readonly at: string; readonly state: TicketIn<'finished'> }

/** Walks through the log and asks the rule at every call, with those who waited then. */
async function expectOrderKept(): Promise<void> {
  const log = await database.query<Logged>(
    `select e.act, e.at, t.state from ticket_event e join ticket t on t.region_code = $1 and t.ticket_id = e.ticket_id
      where e.region_code = $1 and e.act in ('TicketTaken', 'TicketCalled') order by e.at, e.seq`,
    [REGION],
  )
  expect(log).toHaveLength(2 * TICKETS)
  let waiting: readonly WaitingTicket[] = []
  const recent: PriorityClass[] = []
  for (const { act, at, state } of log) {
    const { ticketId, queue, priority, takenAt, slotAt, itemId } = state
    if (act === 'TicketTaken') {
      const comer = { ticketId, queue, priority, takenAt, slotAt, itemId } as const
      waiting = [...waiting, { ...comer, band: 'line', letPass: 0 }]
      continue
    }
    const now = Date.parse(at)
    const next = nextTicket(waiting, recent.slice(-2), now)
    if (next?.ticketId !== ticketId) throw new Error(`${state.number} was called out of turn`)
    recent.push(classNow(next, now))
    waiting = afterCall(waiting, next)
  }
}

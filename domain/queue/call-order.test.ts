import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterCall, callOrder, classNow, nextTicket, ORDER_NUMBERS } from './call-order.ts'
import type { PriorityClass, WaitingTicket } from './ticket.ts'

const MINUTE = 60_000
/** Minutes after this moment are what the tests speak of. */
const START = Date.UTC(2026, 10, 23, 1)
const at = (minutes: number) => START + minutes * MINUTE

let made = 0
const waits = (over: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ticketId: `t${String((made += 1)).padStart(5, '0')}`,
  queue: 'A',
  priority: 'ordinary',
  takenAt: at(made),
  slotAt: null,
  itemId: null,
  band: 'line',
  letPass: 0,
  ...over,
})
const booked = (minutes: number, takenAt = minutes) =>
  waits({ priority: 'booked', slotAt: at(minutes), takenAt: at(takenAt) })

const someTicket: fc.Arbitrary<WaitingTicket> = fc.record({
  ticketId: fc.uuid(),
  queue: fc.constantFrom('A' as const, 'D' as const),
  priority: fc.constantFrom<PriorityClass>('booked', 'priority', 'ordinary'),
  takenAt: fc.integer({ min: -60, max: 60 }).map(at),
  slotAt: fc.option(fc.integer({ min: -4, max: 4 }).map((half) => at(half * 30))),
  itemId: fc.constant(null),
  band: fc.constantFrom('line' as const, 'line' as const, 'line' as const, 'head' as const),
  letPass: fc.constantFrom(0, 0, 0, 1, 3),
})
const someHall = fc.uniqueArray(someTicket, { selector: (one) => one.ticketId, maxLength: 25 })
const someCalls = fc.array(fc.constantFrom<PriorityClass>('booked', 'priority', 'ordinary'), {
  maxLength: 4,
})

const idsOf = (tickets: readonly WaitingTicket[]) => tickets.map(({ ticketId }) => ticketId)

/** Calls one after the other, each decided anew, as the windows do. */
function callAll(
  waiting: readonly WaitingTicket[],
  recent: readonly PriorityClass[],
  now: number,
): WaitingTicket[] {
  const order: WaitingTicket[] = []
  let left = waiting
  const last = [...recent]
  for (;;) {
    const next = nextTicket(left, last, now)
    if (next === undefined) return order
    order.push(next)
    last.push(classNow(next, now))
    left = afterCall(left, next)
  }
}

test('the same waiting are called in the same order, however the list is shuffled', () => {
  fc.assert(
    fc.property(someHall, someCalls, fc.integer(), (hall, recent, turn) => {
      const cut = hall.length === 0 ? 0 : Math.abs(turn) % hall.length
      const shuffled = [...hall.slice(cut), ...hall.slice(0, cut)].toReversed()
      expect(idsOf(callAll(shuffled, recent, at(0)))).toEqual(idsOf(callAll(hall, recent, at(0))))
    }),
  )
})

test('the order told beforehand is the order in which the calls are made, and leaves nobody out', () => {
  fc.assert(
    fc.property(someHall, someCalls, (hall, recent) => {
      const told = callOrder(hall, recent, at(0))
      expect(idsOf(told)).toEqual(idsOf(callAll(hall, recent, at(0))))
      expect(told).toHaveLength(hall.length)
    }),
  )
})

test('nobody starves: the k-th ordinary ticket is called by the third k-th call, whoever else keeps coming', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      someCalls,
      fc.array(fc.constantFrom('booked', 'priority'), { minLength: 60, maxLength: 60 }),
      (ordinary, recent, comers) => {
        let hall = Array.from({ length: ordinary }, () => waits())
        const last = [...recent]
        const calledAt: number[] = []
        for (let call = 1; calledAt.length < ordinary; call += 1) {
          const comer = comers[call % comers.length]
          hall.push(
            comer === 'booked' ? booked(0) : waits({ priority: 'priority' }),
            waits({ priority: 'priority' }),
          )
          const next = nextTicket(hall, last, at(0))
          if (next === undefined) throw new Error('Somebody waits')
          if (next.priority === 'ordinary') calledAt.push(call)
          last.push(classNow(next, at(0)))
          hall = [...afterCall(hall, next)]
        }
        for (const [index, call] of calledAt.entries())
          expect(call).toBeLessThanOrEqual(3 * (index + 1))
      },
    ),
  )
})

test('a booked ticket taken in time is called before its half-hour ends, when windows keep calling', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: -15, max: 0 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      someCalls,
      (windows, early, ordinary, priority, recent) => {
        // Every window serves somebody in five minutes; as many are booked as a third of the calls of a half-hour.
        const perSlot = Math.floor((windows * 6) / 3)
        const slots = [0, 30, 60]
        let hall: readonly WaitingTicket[] = [
          ...Array.from({ length: ordinary }, () => waits({ takenAt: at(-90) })),
          ...Array.from({ length: priority }, () =>
            waits({ priority: 'priority', takenAt: at(-90) }),
          ),
          ...slots.flatMap((slot) =>
            Array.from({ length: perSlot }, () => booked(slot, slot + early)),
          ),
        ]
        const last = [...recent]
        for (let minute = 0; minute < 120; minute += 5)
          for (let window = 0; window < windows; window += 1) {
            const here = hall.filter(({ takenAt }) => takenAt <= at(minute))
            const next = nextTicket(here, last, at(minute))
            if (next === undefined) continue
            if (next.slotAt !== null && classNow(next, at(minute)) === 'booked')
              expect(at(minute)).toBeLessThan(next.slotAt + 30 * MINUTE)
            last.push(classNow(next, at(minute)))
            hall = afterCall(hall, next)
          }
        expect(hall.filter((one) => one.priority === 'booked')).toEqual([])
      },
    ),
  )
})

describe('the rule that the waiting read', () => {
  test('booked and priority take turns, and after two of them an ordinary one is called', () => {
    const hall = [
      ...Array.from({ length: 3 }, () => waits()),
      ...Array.from({ length: 3 }, () => waits({ priority: 'priority' })),
      ...Array.from({ length: 3 }, () => booked(0)),
    ]
    expect(callOrder(hall, [], at(0)).map((one) => one.priority)).toEqual([
      'booked',
      'priority',
      'ordinary',
      'booked',
      'priority',
      'ordinary',
      'booked',
      'priority',
      'ordinary',
    ])
  })

  test('who comes more than fifteen minutes late waits as an ordinary ticket, by the time of coming', () => {
    const late = booked(0, ORDER_NUMBERS.bookedUntil + 1)
    const before = waits({ takenAt: at(5) })
    expect(classNow(late, at(20))).toBe('ordinary')
    expect(nextTicket([late, before], [], at(20))).toBe(before)
    // In time, the hall's own delay takes nothing away.
    expect(classNow(booked(0, 15), at(200))).toBe('booked')
  })

  test('who comes before the quarter of an hour waits as an ordinary ticket until then', () => {
    const early = booked(60, 0)
    expect(classNow(early, at(44))).toBe('ordinary')
    expect(classNow(early, at(45))).toBe('booked')
  })

  test('who missed the call lets three pass, and is called when nobody else waits', () => {
    const returned = waits({ takenAt: at(-30), letPass: ORDER_NUMBERS.returnedLetsPass })
    const others = Array.from({ length: 5 }, () => waits())
    const order = callOrder([returned, ...others], [], at(60))
    expect(idsOf(order).indexOf(returned.ticketId)).toBe(3)
    expect(nextTicket([returned], [], at(60))).toBe(returned)
  })

  test('a transferred ticket goes to the head and there keeps its place by its own time', () => {
    const first = waits({ band: 'head', takenAt: at(-20) })
    const second = waits({ band: 'head', takenAt: at(-10) })
    expect(callOrder([booked(0), second, waits(), first], [], at(0)).slice(0, 2)).toEqual([
      first,
      second,
    ])
  })
})

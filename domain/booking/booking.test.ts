import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { LocalDate } from '../shared/ids.ts'
import { type Booking, momentOf, standingOf } from './booking.ts'
import { bookingRulesOn } from './booking-rules.ts'
import { type BookingFacts, checkBooking, checkInOf, refusalToCancel } from './check-booking.ts'
import { suspensionOf } from './no-shows.ts'
import { bookableDays, clockOf, daysAhead, minuteOf, slotsOf } from './slots.ts'

const day = (text: string) => text as LocalDate
const RULES = bookingRulesOn(day('2026-03-02'))
const HOURS = [
  { from: 540, to: 720 },
  { from: 810, to: 1020 },
]
const MINUTE = 60_000

describe('The half-hours that may be booked', () => {
  test('lie within the opening hours, and a rest that no half-hour fits in is left out', () => {
    const slots = slotsOf([...HOURS, { from: 1030, to: 1050 }], 30)
    expect(slots).toHaveLength(13)
    expect(slots.map(({ startsMinute }) => clockOf(startsMinute)).slice(4, 8)).toEqual([
      '11:00',
      '11:30',
      '13:30',
      '14:00',
    ])
    expect(minuteOf('13:30')).toBe(810)
  })

  test('begin with the next working day and end with the fifth, over a weekend and a make-up Saturday', () => {
    expect(bookableDays(day('2026-03-02'), ABA_CALENDAR, RULES)).toEqual([
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ])
    // 10 October 2026, a Saturday, makes up for the National Day.
    expect(bookableDays(day('2026-10-08'), ABA_CALENDAR, RULES)).toContain('2026-10-10')
  })

  test('leave the holiday between with its name', () => {
    const days = daysAhead(day('2026-09-30'), ABA_CALENDAR, RULES)
    expect(days.find((one) => one.day === '2026-10-01')?.closedBecause).toBe('国庆节')
    expect(days.filter(({ closedBecause }) => closedBecause === null)).toHaveLength(5)
  })
})

describe('A booking', () => {
  const facts: BookingFacts = {
    today: day('2026-03-02'),
    calendar: ABA_CALENDAR,
    rules: RULES,
    periods: HOURS,
    capacity: 4,
    noShowDays: [],
    bookedDays: [],
  }
  const wish = { queue: 'A', day: day('2026-03-03'), startsMinute: 570 } as const

  test.each([
    ['the half-hour', {}, {}, null],
    ['today', { day: day('2026-03-02') }, {}, 'booking-day-closed'],
    ['a Sunday', { day: day('2026-03-08') }, {}, 'booking-day-closed'],
    ['the sixth working day', { day: day('2026-03-10') }, {}, 'booking-day-closed'],
    ['a day on which the hall is closed', {}, { periods: [] }, 'booking-day-closed'],
    ['the lunch hour', { startsMinute: 750 }, {}, 'booking-slot-unknown'],
    ['a quarter past', { startsMinute: 555 }, {}, 'booking-slot-unknown'],
    ['a second one that day', {}, { bookedDays: [day('2026-03-03')] }, 'booking-one-a-day'],
    ['another day', {}, { bookedDays: [day('2026-03-04')] }, null],
    ['a queue without appointments', {}, { capacity: 0 }, 'queue-not-bookable'],
    [
      'after three no-shows',
      {},
      { noShowDays: [day('2026-01-05'), day('2026-02-02'), day('2026-02-26')] },
      'booking-suspended',
    ],
  ] as const)('for %s is had or refused by its reason', (_case, wished, more, violation) => {
    const answer = checkBooking({ ...wish, ...wished }, { ...facts, ...more })
    expect(answer.ok ? null : answer.violation).toBe(violation)
  })

  const booking: Booking = {
    bookingId: 'b',
    queue: 'A',
    day: day('2026-03-03'),
    startsMinute: 570,
    endsMinute: 600,
    state: 'booked',
  }
  const start = momentOf(day('2026-03-03'), 570)

  test('begins at the moment that its half-hour has in China', () => {
    expect(new Date(start).toISOString()).toBe('2026-03-03T01:30:00.000Z')
  })

  test('is cancelled until two hours before, to the millisecond', () => {
    const last = start - 120 * MINUTE
    expect(refusalToCancel(booking, last, RULES)).toBeNull()
    expect(refusalToCancel(booking, last + 1, RULES)).toBe('booking-too-late-to-cancel')
    expect(refusalToCancel({ ...booking, state: 'closed' }, last, RULES)).toBe('booking-ended')
  })

  test('keeps its place from a quarter before to a quarter after, and is an ordinary ticket later', () => {
    const at = (minutes: number) => checkInOf(booking, start + minutes * MINUTE, RULES)
    expect(at(-15.1)).toEqual({ refused: 'booking-too-early' })
    expect(at(-15)).toEqual({ gives: 'booked' })
    expect(at(15)).toEqual({ gives: 'booked' })
    expect(at(15.1)).toEqual({ gives: 'ordinary' })
    expect(at(24 * 60)).toEqual({ refused: 'booking-ended' })
  })

  test('becomes a no-show only when its day is over', () => {
    const at = (minutes: number) => standingOf(booking, start + minutes * MINUTE, RULES)
    expect([at(0), at(16), at(14.4 * 60), at(14.6 * 60)]).toEqual([
      'booked',
      'overdue',
      'overdue',
      'no-show',
    ])
  })
})

describe('Three no-shows within ninety days', () => {
  const on = (...days: string[]) => days.map(day)

  test('end booking online for thirty days from the third, and not a day longer', () => {
    const missed = on('2026-03-01', '2026-04-01', '2026-05-29')
    expect(suspensionOf(missed, day('2026-06-28'), RULES).until).toBe('2026-06-28')
    expect(suspensionOf(missed, day('2026-06-29'), RULES).until).toBeNull()
  })

  test('are none when the first is ninety days old', () => {
    const missed = on('2026-03-01', '2026-04-01', '2026-05-30')
    expect(suspensionOf(missed, day('2026-05-31'), RULES)).toEqual({ until: null, counting: 2 })
  })

  test('count once: a fourth begins anew', () => {
    const missed = on('2026-03-01', '2026-03-02', '2026-03-03', '2026-04-20')
    expect(suspensionOf(missed, day('2026-04-21'), RULES)).toEqual({ until: null, counting: 1 })
  })
})

import { expect, test } from 'vitest'
import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { LocalDate } from '../shared/ids.ts'
import { faultsOf } from './check-configuration.ts'
import { type Clerk, decideWindow, evolveWindow, type WindowNow } from './decide-window.ts'
import { hallSentenceOf } from './hall-violation.ts'
import { closedBecause, hoursText, minutesLeft, neverCloses } from './opening-hours.ts'
import type { WindowSession } from './window-session.ts'
import { windowStateOf } from './window-state.ts'

const FIRST: Clerk = { clerkId: 'c1', name: '张示例', training: ['etiquette'], ownWindow: 1 }
const SECOND: Clerk = { ...FIRST, clerkId: 'c2', name: '卓玛示例' }
const at = (over: Partial<WindowNow> = {}): WindowNow => ({
  now: 0,
  windowId: 1,
  sessions: new Map(),
  configuration: ABA_HALL,
  inHand: null,
  ...over,
})
const codeOf = (decided: ReturnType<typeof decideWindow>) =>
  decided.ok ? decided.events.map(({ type }) => type) : decided.violation.code

function sitting(clerk: Clerk): WindowSession {
  const decided = decideWindow({ act: 'sign-on' }, clerk, at())
  const [event] = decided.ok ? decided.events : []
  const session = event === undefined ? null : evolveWindow(null, event)
  if (session === null) throw new Error('Nobody sits there')
  return session
}

test('a window has one clerk and a clerk one window, on the roster and with the course', () => {
  const sessions = new Map([[1, sitting(FIRST)]])
  const signOn = (clerk: Clerk, over: Partial<WindowNow> = {}) =>
    codeOf(decideWindow({ act: 'sign-on' }, clerk, at({ sessions, ...over })))
  expect(signOn(FIRST)).toEqual([])
  expect(signOn(SECOND)).toBe('window-taken')
  expect(signOn(SECOND, { windowId: 2 })).toBe('not-rostered')
  expect(signOn(SECOND, { windowId: 9 })).toBe('unknown-window')
  expect(signOn({ ...SECOND, training: [] })).toBe('etiquette-missing')
  const posts = [{ post: 1, windowId: 2, turn: 'B', accountId: 'c1' }] as const
  const configuration = { ...ABA_HALL, posts }
  expect(signOn(FIRST, { windowId: 2, configuration })).toBe('signed-on-elsewhere')
})

test('who takes over sits down in the other’s place, and an empty window is nobody’s to take over', () => {
  const sessions = new Map([[1, sitting(FIRST)]])
  const handOver = (over: Partial<WindowNow>) =>
    codeOf(decideWindow({ act: 'hand-over' }, SECOND, at(over)))
  expect(handOver({ sessions, inHand: 'A001' })).toEqual(['WindowHandedOver'])
  expect(handOver({})).toBe('window-empty')
})

test('a pause tells its reason, and nobody leaves from a ticket in hand', () => {
  const sessions = new Map([[1, sitting(FIRST)]])
  const ordered = (order: Parameters<typeof decideWindow>[0], over: Partial<WindowNow> = {}) =>
    codeOf(decideWindow(order, FIRST, at({ sessions, ...over })))
  expect(ordered({ act: 'pause', reason: 'other', text: '' })).toBe('pause-reason-missing')
  expect(ordered({ act: 'pause', reason: 'meal', text: '' })).toEqual(['WindowPaused'])
  expect(ordered({ act: 'sign-off' }, { inHand: 'A001' })).toBe('ticket-in-hand')
  expect(ordered({ act: 'resume' })).toBe('not-paused')
  expect(hallSentenceOf({ code: 'window-taken', byName: '张示例' })).toContain('接班')
})

test('a window that was not heard of for a minute is away, whatever it said last', () => {
  const session = sitting(FIRST)
  expect(windowStateOf(undefined, false, 0)).toBe('closed')
  expect(windowStateOf(session, true, 60_000)).toBe('busy')
  expect(windowStateOf(session, true, 60_001)).toBe('away')
})

test('the hall opens on working days, make-up workdays too, and counts the minutes of its periods', () => {
  const closed = (day: string, minute: number) =>
    closedBecause({ day: day as LocalDate, minute }, ABA_HALL.hours, ABA_CALENDAR)
  expect(closed('2026-11-23', 540)).toBeNull()
  expect(closed('2026-11-23', 725)).toBe('开放时间为 09:00—12:00、13:30—17:00')
  expect(closed('2026-11-22', 600)).toBe('今天是周日')
  expect(closed('2026-10-01', 600)).toMatch(/^今天是国庆/)
  // Sunday 4 January 2026 makes up for New Year's holiday.
  expect(closed('2026-01-04', 600)).toBeNull()
  expect(minutesLeft(700, ABA_HALL.hours.periods)).toBe(20 + 210)
  expect(hoursText(ABA_HALL.hours.periods)).toBe('09:00—12:00、13:30—17:00')
})

test('a layout that cannot be is told field by field', () => {
  expect(faultsOf(ABA_HALL)).toEqual([])
  const windows = [{ windowId: 1, name: '一', zoneId: 'approval', queues: ['A', 'A'] }] as const
  const hours = { ...ABA_HALL.hours, periods: [{ from: 600, to: 540 }] }
  expect(faultsOf({ ...ABA_HALL, windows, hours }).map(({ field }) => field)).toEqual([
    'windows.0.queues',
    'posts.3.windowId',
    'posts.4.windowId',
    'posts.5.windowId',
    'posts.6.windowId',
    'hours.periods.0',
  ])
})

test('a hall that is open around the clock stops nobody before midnight', () => {
  const hours = { periods: [{ from: 0, to: 1_440 }], days: 'every-day', confirmed: false } as const
  expect(neverCloses(hours)).toBe(true)
  expect(neverCloses({ ...hours, days: 'working-days' })).toBe(false)
  expect(neverCloses(ABA_HALL.hours)).toBe(false)
})

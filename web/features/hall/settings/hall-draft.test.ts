import { expect, test } from 'vitest'
import {
  clockOfMinute,
  freeNumber,
  isHallDraft,
  minuteOfClock,
  withoutWindow,
  type Configuration,
} from './hall-draft.ts'

const HALL: Configuration = {
  zones: [{ zoneId: 'approval', name: '行政审批区' }],
  queues: [],
  windows: [
    { windowId: 1, name: '1 号', zoneId: 'approval', queues: ['A'] },
    { windowId: 2, name: '2 号', zoneId: 'approval', queues: ['A'] },
  ],
  posts: [
    { post: 1, windowId: 1, turn: 'A', accountId: null },
    { post: 2, windowId: 2, turn: 'A', accountId: null },
  ],
  hours: { periods: [], days: 'working-days', confirmed: false },
}

test('a window that is removed takes its posts along', () => {
  const left = withoutWindow(HALL, 0)
  expect(left.windows.map(({ windowId }) => windowId)).toEqual([2])
  expect(left.posts.map(({ post }) => post)).toEqual([2])
})

test('a new window takes the smallest number over no counter', () => {
  expect([freeNumber([]), freeNumber([1, 3]), freeNumber([2, 1])]).toEqual([1, 2, 3])
})

test('times of the day go to minutes and back; the end of the day is midnight', () => {
  expect(clockOfMinute(540)).toBe('09:00')
  expect([minuteOfClock('13:30', false), minuteOfClock('00:00', true)]).toEqual([810, 1_440])
  expect([minuteOfClock('', false), minuteOfClock('00:00', false)]).toEqual([undefined, 0])
})

test('what an older page left in the browser is no draft', () => {
  expect(isHallDraft({ version: 1, configuration: HALL })).toBe(true)
  expect([{}, { version: 1, configuration: { zones: [] } }, 'x'].map(isHallDraft)).toEqual([
    false,
    false,
    false,
  ])
})

import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR as CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { LodgedApplication } from '../application/application.ts'
import { decisionDue } from './clocks.ts'
import { lampOf, remainingWorkingDays, warningFrom } from './signal-light.ts'
import { accepted, date, GUIDE, hearing, received } from './testing/lodged.ts'

function lampOn(today: string, application: LodgedApplication = accepted('2026-03-02')): string {
  const { light, word } = lampOf(application, GUIDE, date(today), CALENDAR)
  return `${light} ${word}`
}

describe('the lamp of an application accepted on 2 March, promised for the 16th, due on the 30th', () => {
  test.each([
    ['2026-03-02', 'green 正常'],
    ['2026-03-12', 'green 正常'],
    ['2026-03-13', 'amber 即将到期'],
    ['2026-03-16', 'amber 即将到期'],
    ['2026-03-17', 'amber 已超承诺时限'],
    ['2026-03-30', 'amber 已超承诺时限'],
    ['2026-03-31', 'red 已超法定时限'],
  ])('on %s shows %s', (today, lamp) => {
    expect(lampOn(today)).toBe(lamp)
  })

  test('shows a special procedure', () => {
    const paused = accepted('2026-03-02', { pauses: [hearing('2026-03-04', null)] })
    expect(lampOn('2026-06-01', paused)).toBe('paused 特别程序中')
  })
})

describe('the lamp before acceptance, due on 9 March', () => {
  test.each([
    ['2026-03-05', 'green 正常'],
    ['2026-03-06', 'amber 受理即将到期'],
    ['2026-03-09', 'amber 受理即将到期'],
    ['2026-03-10', 'red 受理已超期'],
  ])('on %s shows %s', (today, lamp) => {
    expect(lampOn(today, received('2026-03-02'))).toBe(lamp)
  })
})

describe('the warning on the committed limit', () => {
  test('stands from the day with one working day remaining, over a weekend too', () => {
    expect(warningFrom(date('2026-03-17'), 10, CALENDAR)).toBe('2026-03-16')
    expect(warningFrom(date('2026-03-16'), 10, CALENDAR)).toBe('2026-03-13')
  })

  test('waits for the due day itself where a fifth of the limit is less than a day', () => {
    expect(warningFrom(date('2026-03-17'), 5, CALENDAR)).toBe('2026-03-16')
    expect(warningFrom(date('2026-03-17'), 4, CALENDAR)).toBe('2026-03-17')
    expect(warningFrom(date('2026-03-17'), 1, CALENDAR)).toBe('2026-03-17')
  })
})

test('remaining working days fall to 0 on the due day and go below it afterwards', () => {
  const due = decisionDue(accepted('2026-03-02'), GUIDE, CALENDAR)
  const left = (today: string): number | undefined =>
    remainingWorkingDays(due, date(today), CALENDAR)
  expect([left('2026-03-02'), left('2026-03-27'), left('2026-03-30'), left('2026-04-01')]).toEqual([
    20, 1, 0, -2,
  ])
  expect(remainingWorkingDays({ state: 'none' }, date('2026-03-02'), CALENDAR)).toBeUndefined()
})

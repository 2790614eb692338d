import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR as CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { LodgedApplication } from '../application/application.ts'
import { addDays } from '../shared/local-date.ts'
import { CLOCKS } from './clock-period.ts'
import { decisionDue } from './clocks.ts'
import { dayLedger } from './day-ledger.ts'
import { accepted, date, GUIDE, hearing, received } from './testing/lodged.ts'

const line = (application: LodgedApplication, on: string, through?: string): object | undefined =>
  dayLedger(
    'decision',
    application,
    GUIDE,
    CALENDAR,
    through === undefined ? undefined : date(through),
  ).find((day) => day.date === on)

describe('the day ledger', () => {
  test('says of each day why it counts or not', () => {
    const application = accepted('2026-03-30', { pauses: [hearing('2026-04-07', '2026-04-09')] })
    expect(dayLedger('decision', application, GUIDE, CALENDAR)[0]).toEqual({
      date: '2026-03-30',
      counted: null,
      kind: 'start',
      why: '受理当日，不计入（民法典第 201 条）',
    })
    expect(line(application, '2026-03-31')).toMatchObject({ counted: 1, why: '第 1 个工作日' })
    expect(line(application, '2026-04-04')).toMatchObject({
      counted: null,
      kind: 'holiday',
      why: '清明节，不计入（许可法第 82 条）',
    })
    expect(line(application, '2026-04-08')).toMatchObject({
      counted: null,
      kind: 'paused',
      why: '听证期间，不计入（许可法第 45 条）',
    })
    expect(line(application, '2026-04-11')).toMatchObject({ kind: 'weekend' })
  })

  test('counts a make-up workday on a weekend', () => {
    expect(line(accepted('2026-09-30'), '2026-10-10')).toEqual({
      date: '2026-10-10',
      counted: 3,
      kind: 'make-up',
      why: '调休上班，第 3 个工作日',
    })
  })

  test('marks the days an extension added and the last day', () => {
    const extension = { on: date('2026-03-27'), days: 10, reason: '案情复杂' }
    const ledger = dayLedger('decision', accepted('2026-03-02', { extension }), GUIDE, CALENDAR)
    expect(ledger.at(-1)).toEqual({
      date: '2026-04-14',
      counted: 30,
      kind: 'working',
      why: '第 30 个工作日（延期，许可法第 42 条），届满',
    })
  })

  test('during an open procedure ends where it began, or goes on to today', () => {
    const application = accepted('2026-05-06', { pauses: [hearing('2026-05-11', null)] })
    const ledger = dayLedger('decision', application, GUIDE, CALENDAR)
    expect(ledger.at(-1)).toMatchObject({ date: '2026-05-11', counted: 4, why: '第 4 个工作日' })
    expect(line(application, '2026-05-13', '2026-05-13')).toMatchObject({ kind: 'paused' })
  })

  test('says that days of an unannounced year are provisional', () => {
    expect(line(accepted('2026-12-14'), '2027-01-04')).toMatchObject({
      why: '第 14 个工作日；当年放假安排尚未公布，暂定',
    })
  })

  test('is empty for a clock that has not begun', () => {
    expect(dayLedger('decision', received('2026-03-02'), GUIDE, CALENDAR)).toEqual([])
  })

  test('adds up: every ordinal once, the last day is the due date', () => {
    const offsets = fc.tuple(fc.nat(600), fc.nat(15), fc.nat(30), fc.boolean())
    fc.assert(
      fc.property(offsets, ([from, until, length, extended]) => {
        const start = addDays(date('2024-06-01'), from)
        const begunOn = addDays(start, until)
        const application = accepted(start, {
          pauses: [hearing(begunOn, addDays(begunOn, length))],
          extension: extended ? { on: start, days: 10, reason: '案情复杂' } : null,
        })
        const ledger = dayLedger('decision', application, GUIDE, CALENDAR)
        const ordinals = ledger.flatMap(({ counted }) => (counted === null ? [] : [counted]))
        expect(ordinals).toEqual(
          Array.from({ length: extended ? 30 : 20 }, (_, index) => index + 1),
        )
        expect(decisionDue(application, GUIDE, CALENDAR)).toMatchObject({ on: ledger.at(-1)?.date })
      }),
    )
  })

  test('answers for every clock of an accepted application but issuance', () => {
    const lengths = CLOCKS.map(
      (clock) => dayLedger(clock, accepted('2026-03-02'), GUIDE, CALENDAR).length,
    )
    expect(lengths).toEqual([8, 29, 15, 0, 8])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR, ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addDays, dateOfDayNumber, dayNumberOf, nextDay } from '../shared/local-date.ts'
import {
  addWorkingDays,
  buildCalendar,
  dayNameOf,
  isProvisional,
  isWorkingDay,
  unannouncedYearOf,
  workingDaysBetween,
} from './working-calendar.ts'

const day = (text: string): LocalDate => text as LocalDate
const NEXT = [1, 5, 10, 20, 30, 45]
const VECTORS: readonly [start: string, ...due: string[]][] = [
  ['2024-02-09', '02-18', '02-22', '02-29', '03-14', '03-28', '04-19'],
  ['2024-09-27', '09-29', '10-10', '10-16', '10-30', '11-13', '12-04'],
  ['2024-10-11', '10-12', '10-17', '10-24', '11-07', '11-21', '12-12'],
  ['2025-01-24', '01-26', '02-07', '02-13', '02-27', '03-13', '04-03'],
  ['2025-01-26', '01-27', '02-08', '02-14', '02-28', '03-14', '04-07'],
  ['2025-09-26', '09-28', '10-10', '10-16', '10-30', '11-13', '12-04'],
  ['2025-09-28', '09-29', '10-11', '10-17', '10-31', '11-14', '12-05'],
  ['2025-10-10', '10-11', '10-16', '10-23', '11-06', '11-20', '12-11'],
  ['2026-01-02', '01-04', '01-08', '01-15', '01-29', '02-12', '03-11'],
  ['2026-02-13', '02-14', '02-27', '03-05', '03-19', '04-02', '04-24'],
  ['2026-02-14', '02-24', '02-28', '03-06', '03-20', '04-03', '04-27'],
  ['2026-04-30', '05-06', '05-11', '05-18', '06-01', '06-15', '07-07'],
  ['2026-05-08', '05-09', '05-14', '05-21', '06-04', '06-18', '07-10'],
  ['2026-09-18', '09-20', '09-24', '10-09', '10-22', '11-05', '11-26'],
  ['2026-09-24', '09-28', '10-09', '10-15', '10-29', '11-12', '12-03'],
  ['2026-09-30', '10-08', '10-13', '10-20', '11-03', '11-17', '12-08'],
  ['2026-10-09', '10-10', '10-15', '10-22', '11-05', '11-19', '12-10'],
]

describe('counting working days', () => {
  test.each(VECTORS)(
    'from %s the 1st, 5th, 10th, 20th, 30th and 45th working day',
    (start, ...due) => {
      const found = NEXT.map((days) => addWorkingDays(day(start), days, ABA_CALENDAR))
      expect(found).toEqual(due.map((monthDay) => `${start.slice(0, 5)}${monthDay}`))
    },
  )

  test('a period may begin on a day off', () => {
    expect(addWorkingDays(day('2025-10-01'), 5, ABA_CALENDAR)).toBe('2025-10-14')
    expect(addWorkingDays(day('2025-09-27'), 5, ABA_CALENDAR)).toBe('2025-10-10')
  })

  test.each([
    [2024, 251, '22 18 21 22 21 19 23 22 21 19 21 22'],
    [2025, 248, '19 19 21 22 19 20 23 21 23 18 20 23'],
    [2026, 248, '21 16 22 21 19 21 23 21 22 18 21 23'],
  ])('%i has %i working days, by month %s', (year, total, months) => {
    const lastDayBefore = (month: number): LocalDate =>
      month > 12
        ? day(`${year}-12-31`)
        : addDays(day(`${year}-${String(month).padStart(2, '0')}-01`), -1)
    const counted = Array.from({ length: 12 }, (_, index) =>
      workingDaysBetween(lastDayBefore(index + 1), lastDayBefore(index + 2), ABA_CALENDAR),
    )
    expect(counted.join(' ')).toBe(months)
    expect(counted.reduce((sum, days) => sum + days)).toBe(total)
  })

  test('a day is named by its holiday, its weekend, or the work it makes up', () => {
    expect(dayNameOf(day('2026-04-04'), ABA_CALENDAR)).toBe('清明节')
    expect(dayNameOf(day('2026-10-10'), ABA_CALENDAR)).toBe('调休上班')
    expect(dayNameOf(day('2026-03-07'), ABA_CALENDAR)).toBe('周六')
    expect(dayNameOf(day('2026-03-08'), ABA_CALENDAR)).toBe('周日')
    expect(dayNameOf(day('2026-03-09'), ABA_CALENDAR)).toBeUndefined()
  })

  test('a number of days that is not whole and positive is a bug', () => {
    expect(() => addWorkingDays(day('2026-03-02'), -1, ABA_CALENDAR)).toThrow('working days')
  })
})

describe('beyond the announced years', () => {
  test('2027 counts its statutory days and is provisional', () => {
    expect(isProvisional(day('2026-12-31'), ABA_CALENDAR)).toBe(false)
    expect(isProvisional(day('2027-01-01'), ABA_CALENDAR)).toBe(true)
    expect(addWorkingDays(day('2026-12-31'), 1, ABA_CALENDAR)).toBe('2027-01-04')
    expect(addWorkingDays(day('2027-02-04'), 1, ABA_CALENDAR)).toBe('2027-02-09')
    expect(isWorkingDay(day('2027-06-09'), ABA_CALENDAR)).toBe(false)
  })

  test('a year without any data keeps weekends and the fixed statutory days', () => {
    expect(addWorkingDays(day('2029-12-31'), 1, ABA_CALENDAR)).toBe('2030-01-02')
    expect(addWorkingDays(day('2030-04-30'), 1, ABA_CALENDAR)).toBe('2030-05-03')
    expect(addWorkingDays(day('2030-09-30'), 1, ABA_CALENDAR)).toBe('2030-10-04')
    expect(workingDaysBetween(day('2023-12-29'), day('2024-01-02'), ABA_CALENDAR)).toBe(1)
    expect(isProvisional(day('2023-12-31'), ABA_CALENDAR)).toBe(true)
  })

  test('a local day off wins over the national arrangement', () => {
    const local = {
      date: day('2026-11-09'),
      kind: 'off',
      name: '羌年',
      document: '示例文件',
    } as const
    const calendar = buildCalendar({ ...ABA_CALENDAR_DATA, localDays: [local] })
    expect(addWorkingDays(day('2026-11-06'), 1, calendar)).toBe('2026-11-10')
    expect(dayNameOf(day('2026-11-09'), calendar)).toBe('羌年')
  })
})

describe('for every day and every count', () => {
  const someDay = fc
    .integer({ min: dayNumberOf(day('2023-06-01')), max: dayNumberOf(day('2028-06-01')) })
    .map(dateOfDayNumber)
  const someCount = fc.integer({ min: 0, max: 400 })

  test('between undoes add, and add lands on a working day', () => {
    fc.assert(
      fc.property(someDay, someCount, (start, count) => {
        const due = addWorkingDays(start, count, ABA_CALENDAR)
        expect(workingDaysBetween(start, due, ABA_CALENDAR)).toBe(count)
        expect(count === 0 || isWorkingDay(due, ABA_CALENDAR)).toBe(true)
      }),
    )
  })

  test('the numbered index answers as a walk day by day does', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), (start, count) => {
        let walked = start
        for (let left = count; left > 0;) {
          walked = nextDay(walked)
          if (isWorkingDay(walked, ABA_CALENDAR)) left -= 1
        }
        expect(addWorkingDays(start, count, ABA_CALENDAR)).toBe(walked)
      }),
    )
  })

  test('a later start or a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(someDay, someCount, (start, count) => {
        const due = addWorkingDays(start, count, ABA_CALENDAR)
        expect(addWorkingDays(nextDay(start), count, ABA_CALENDAR) >= due).toBe(true)
        expect(addWorkingDays(start, count + 1, ABA_CALENDAR) > due).toBe(true)
      }),
    )
  })

  test('counting backwards is the same count with the other sign', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        const forth = workingDaysBetween(a, b, ABA_CALENDAR)
        expect(forth + workingDaysBetween(b, a, ABA_CALENDAR)).toBe(0)
      }),
    )
  })

  test('without a year the answer is the same, or it is marked provisional', () => {
    fc.assert(
      fc.property(someDay, someCount, fc.constantFrom(2024, 2025, 2026), (start, count, gone) => {
        const poorer = buildCalendar({
          ...ABA_CALENDAR_DATA,
          years: ABA_CALENDAR_DATA.years.filter(({ year }) => year !== gone),
        })
        const due = addWorkingDays(start, count, poorer)
        const certain = unannouncedYearOf(start, due, poorer) === undefined
        expect(!certain || due === addWorkingDays(start, count, ABA_CALENDAR)).toBe(true)
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { buildCalendar } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { EXAMPLE, exampleChain } from '../trail/testing/example-life.ts'
import { daysUsed } from './days-used.ts'

const calendar = buildCalendar(ABA_CALENDAR_DATA)
const accepted = exampleChain(EXAMPLE).row.state as LodgedApplication
const guide = ABA_GUIDES.find(({ itemId }) => itemId === accepted.itemId)
const day = (text: string) => text as LocalDate
const used = (application: object, today = '2026-03-09') => {
  if (guide === undefined) throw new Error('the example has a guide')
  return daysUsed({ ...accepted, ...application } as LodgedApplication, guide, day(today), calendar)
}

test('working days are used from the day after acceptance until today', () => {
  // Monday 2 March to Monday 9 March.
  expect(used({})).toEqual({ used: 5, allowed: guide?.committedDays })
})

test('no day is used before acceptance', () => {
  expect(used({ acceptance: null })).toBeNull()
})

test('none is used after the decision', () => {
  expect(used({ decision: { on: day('2026-03-04') } })?.used).toBe(2)
})

test('a special procedure uses none, whether it has ended or not', () => {
  const pause = { kind: 'testing', begunOn: day('2026-03-03'), estimatedDays: 9 }
  expect(used({ pauses: [{ ...pause, endedOn: day('2026-03-05') }] })?.used).toBe(3)
  expect(used({ pauses: [{ ...pause, endedOn: null }] })?.used).toBe(1)
})

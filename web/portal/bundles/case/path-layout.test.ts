import { expect, test } from 'vitest'
import type { BundleCaseView } from '../../../../contract/bundles.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { pathLayout } from './path-layout.ts'

const part = (itemId: string, endsOn: string | null): BundleCaseView['applications'][number] => ({
  itemId,
  itemName: itemId,
  departmentName: '州市场监督管理局',
  applicationId: itemId,
  number: '1',
  status: 'accepted',
  statusName: '已受理',
  endsOn,
  decidedOn: null,
  light: 'green',
  version: 1,
  waitsFor: [],
  goesOnWithout: [],
  deadEnd: null,
  materials: [],
  critical: true,
})
const on = (day: string) => day as LocalDate
const needs = [{ item: 'food', of: 'licence' }]

test('parts stand on one line from the intake to the last day', () => {
  const { until, today, bars } = pathLayout(
    { applications: [part('licence', '2026-03-05'), part('food', '2026-03-12')], needs },
    on('2026-03-02'),
    on('2026-03-07'),
  )
  expect(until).toBe('2026-03-12')
  expect(today).toBe(50)
  expect(bars.map(({ width }) => width)).toEqual([30, 100])
  expect(bars[1]?.waits).toEqual([{ name: 'licence', at: 30 }])
})

test('a part whose clock does not run yet is open to the end, and today lies on the line', () => {
  const { until, today, bars } = pathLayout(
    { applications: [part('licence', '2026-03-02'), part('food', null)], needs },
    on('2026-03-02'),
    on('2026-03-20'),
  )
  expect(until).toBe('2026-03-20')
  expect(today).toBe(100)
  expect(bars).toMatchObject([
    { width: 4, isOpen: false },
    { width: 100, isOpen: true },
  ])
})

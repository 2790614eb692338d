import { expect, test } from 'vitest'
import { faultsOf } from '../../domain/hall/check-configuration.ts'
import { neverCloses } from '../../domain/hall/opening-hours.ts'
import { hallLayout } from './hall-layout.ts'

test('the hall that is measured is one that its manager could save, and never closed', () => {
  const clerks = Array.from({ length: 15 }, (_, index) => `clerk-${index}`)
  const layout = hallLayout(clerks)
  expect(faultsOf(layout)).toEqual([])
  expect(neverCloses(layout.hours)).toBe(true)
  expect(layout.posts.map(({ accountId }) => accountId)).toEqual(clerks)
  expect(new Set(layout.windows.flatMap(({ queues }) => queues))).toEqual(
    new Set(layout.queues.map(({ queue }) => queue)),
  )
})

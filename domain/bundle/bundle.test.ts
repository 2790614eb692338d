import { describe, expect, test } from 'vitest'
import { ABA_BUNDLES } from '../../catalogue/aba/load-bundles.ts'
import type { LocalDate } from '../shared/ids.ts'
import { criticalPath } from './critical-path.ts'
import { planBundle } from './plan-bundle.ts'

const on = (day: string) => day as LocalDate
const shop = ABA_BUNDLES.find(({ bundleId }) => bundleId === 'open-a-food-shop')
if (shop === undefined) throw new Error('The shipped bundles have a food shop')

describe('the plan of a bundle (一件事)', () => {
  test('answers the items’ own questions once', () => {
    const plan = planBundle(shop, { 'have-licence': 'no', premises: 'rented' })
    expect(plan.itemIds).toEqual(['aba-49', 'aba-60'])
    expect(plan.situations['aba-60']).toEqual({ business: 'new', premises: 'rented' })
    expect(plan.situations['aba-49']).toEqual({ business: 'new', premises: 'rented' })
    expect(plan.open).toEqual([])
  })
  test('drops what the applicant already has, and what waited for it', () => {
    const plan = planBundle(shop, { 'have-licence': 'yes', premises: 'own' })
    expect(plan.itemIds).toEqual(['aba-60'])
    expect(plan.needs).toEqual([])
    expect(plan.situations['aba-49']).toBeUndefined()
  })
  test('names the questions without a proper answer', () => {
    expect(planBundle(shop, { 'have-licence': 'maybe' }).open).toEqual(['have-licence', 'premises'])
  })
})

describe('the critical path', () => {
  const needs = [{ item: 'licence', of: 'company' }]
  test('ends where the last one that others wait for ends', () => {
    expect(
      criticalPath(
        [
          { itemId: 'company', endsOn: on('2026-03-05') },
          { itemId: 'licence', endsOn: on('2026-03-16') },
        ],
        needs,
      ),
    ).toEqual({ itemIds: ['company', 'licence'], endsOn: '2026-03-16' })
  })
  test('moves on with what is late', () => {
    expect(
      criticalPath(
        [
          { itemId: 'company', endsOn: on('2026-03-20') },
          { itemId: 'licence', endsOn: on('2026-03-16') },
        ],
        needs,
      ),
    ).toEqual({ itemIds: ['company', 'licence'], endsOn: '2026-03-20' })
  })
  test('is the longer one of two that run side by side', () => {
    const children = [
      { itemId: 'a', endsOn: on('2026-03-09') },
      { itemId: 'b', endsOn: on('2026-03-30') },
    ]
    expect(criticalPath(children, [])).toEqual({ itemIds: ['b'], endsOn: '2026-03-30' })
    expect(criticalPath([], [])).toEqual({ itemIds: [], endsOn: null })
  })
  test('does not run in a circle', () => {
    const circle = [
      { item: 'a', of: 'b' },
      { item: 'b', of: 'a' },
    ]
    const children = [
      { itemId: 'a', endsOn: on('2026-03-09') },
      { itemId: 'b', endsOn: on('2026-03-10') },
    ]
    expect(criticalPath(children, circle).endsOn).toBe('2026-03-10')
  })
})

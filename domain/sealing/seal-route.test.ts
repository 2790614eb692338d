import { describe, expect, test } from 'vitest'
import { ABA_ITEMS } from '../../catalogue/aba/load-catalogue.ts'
import type { SealException, ServiceItem } from '../catalogue/service-item.ts'
import type { LocalDate } from '../shared/ids.ts'
import { needsModeConfirmation, sealRoute } from './seal-route.ts'

const day = (text: string): LocalDate => text as LocalDate
const TODAY = day('2026-03-02')

function annexItem(number: number): ServiceItem {
  const item = ABA_ITEMS.find(({ annexNumber }) => annexNumber === number)
  if (item === undefined) throw new Error(`No item ${number}`)
  return item
}

function outsideTheAnnex(over: Partial<ServiceItem> = {}): ServiceItem {
  const { annexNumber: _, listNumber: __, ...rest } = annexItem(3)
  return { ...rest, ...over }
}

describe('which seal a grant carries', () => {
  test('each of the 75 carries the Bureau’s, from the first day', () => {
    const routes = ABA_ITEMS.map((item) => sealRoute(item, day('2020-01-02'), null))
    expect(new Set(routes)).toEqual(new Set(['bureau']))
  })

  test('what the province makes or seals goes to the province', () => {
    expect(sealRoute({ ...annexItem(5), provincialResult: true }, TODAY, null)).toBe('provincial')
    expect(sealRoute(outsideTheAnnex({ provincialResult: true }), TODAY, null)).toBe('provincial')
  })

  test('other items carry the department’s seal during the trial, the Bureau’s after it', () => {
    expect(sealRoute(outsideTheAnnex(), day('2020-06-30'), null)).toBe('department')
    expect(sealRoute(outsideTheAnnex(), day('2020-07-01'), null)).toBe('bureau')
  })

  test.each<SealException>([
    'policy-heavy',
    'balance-of-public-interests',
    'major-public-safety',
    'construction-project',
  ])('outside the annex, %s stays with the department', (sealException) => {
    expect(sealRoute(outsideTheAnnex({ sealException }), TODAY, null)).toBe('department')
  })

  test('the mode that the Bureau recorded goes first', () => {
    expect(sealRoute(annexItem(5), TODAY, 'provincial')).toBe('provincial')
    expect(sealRoute(annexItem(61), TODAY, 'department')).toBe('department')
  })
})

test('an item marked × waits until its mode is recorded', () => {
  expect(needsModeConfirmation(annexItem(5), null)).toBe(true)
  expect(needsModeConfirmation(annexItem(5), 'bureau')).toBe(false)
  expect(needsModeConfirmation(annexItem(3), null)).toBe(false)
})

import { expect, test } from 'vitest'
import type { CatalogueRow } from './catalogue-queries.ts'
import { matches, NO_FILTER } from './item-filter.ts'
import type { Lacking } from './use-lint-counts.ts'

const item: CatalogueRow = {
  itemId: 'aba-36',
  annexNumber: 36,
  name: '互联网上网服务经营活动审批',
  departmentId: 'wentilv',
  departmentName: '州文体旅局',
  status: 'active',
  itemVersion: 1,
  guideVersion: 1,
  confirmation: 'baseline',
  mine: true,
  scheduled: [],
  drafts: [],
}
const finds = (filter: Partial<typeof NO_FILTER>, lacking?: Lacking) =>
  matches(item, { ...NO_FILTER, ...filter }, 'hlwswfw', lacking)

test('an item is found by its initials, a part of its name or its number in the list', () => {
  expect(finds({ text: 'HLWSW' })).toBe(true)
  expect(finds({ text: '上网 经营' })).toBe(true)
  expect(finds({ text: '36' })).toBe(true)
  expect(finds({ text: '3' })).toBe(false)
  expect(finds({ text: '上网 食品' })).toBe(false)
})

test('what is lacking is asked of those that were checked', () => {
  expect(finds({ standing: 'lacking' })).toBe(false)
  expect(finds({ standing: 'lacking' }, { errors: 0, warnings: 0, unconfirmed: 0 })).toBe(false)
  expect(finds({ standing: 'lacking' }, { errors: 0, warnings: 0, unconfirmed: 2 })).toBe(true)
})

test('every choice must hold', () => {
  expect(finds({ mine: true, departmentId: 'wentilv', status: 'active' })).toBe(true)
  expect(finds({ status: 'suspended' })).toBe(false)
  expect(finds({ standing: 'drafted' })).toBe(false)
})

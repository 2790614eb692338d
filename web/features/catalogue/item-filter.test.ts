import { expect, test } from 'vitest'
import type { CatalogueRow } from './catalogue-queries.ts'
import { lacksSomething, matches, NO_FILTER } from './item-filter.ts'

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
const finds = (filter: Partial<typeof NO_FILTER>) =>
  matches(item, { ...NO_FILTER, ...filter }, 'hlwswfw')

test('an item is found by its initials, a part of its name or its number in the list', () => {
  expect(finds({ text: 'HLWSW' })).toBe(true)
  expect(finds({ text: '上网 经营' })).toBe(true)
  expect(finds({ text: '36' })).toBe(true)
  expect(finds({ text: '3' })).toBe(false)
  expect(finds({ text: '上网 食品' })).toBe(false)
})

test('what is lacking is said only of those that were checked', () => {
  expect(lacksSomething(undefined)).toBe(false)
  expect(lacksSomething({ errors: 0, warnings: 0, unconfirmed: 0 })).toBe(false)
  expect(lacksSomething({ errors: 0, warnings: 0, unconfirmed: 2 })).toBe(true)
})

test('every choice must hold', () => {
  expect(finds({ mine: true, departmentId: 'wentilv', status: 'active' })).toBe(true)
  expect(finds({ status: 'suspended' })).toBe(false)
  expect(finds({ standing: 'drafted' })).toBe(false)
})

import { expect, test } from 'vitest'
import { addressOfFilter, filterOf, NO_FILTER } from './item-filter.ts'

test('what is chosen is what the address says, and the other way round', () => {
  const filter = {
    ...NO_FILTER,
    typed: '食品',
    audience: 'enterprise',
    topic: 'food',
    mark: 'suspended',
  } as const
  expect(filterOf(addressOfFilter(filter).slice('/items'.length))).toEqual(filter)
  expect(addressOfFilter(NO_FILTER)).toBe('/items')
})
test('an address that nobody made here chooses nothing', () =>
  expect(filterOf('?audience=robot&mark=gone')).toEqual(NO_FILTER))

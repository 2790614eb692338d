import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['20', 20],
  [' 3 ', 3],
  ['', '请填写 0 到 3650 的数'],
  ['1.5', '请填写整数'],
  ['二十', '只能填数字'],
  ['-1', '只能填数字'],
  ['4000', '请填写 0 到 3650 的数'],
])('days written as “%s” are read as %s', (typed, read) => {
  expect(readNumber(typed, { max: 3650 })).toBe(read)
})

test('an empty field that may be empty says that there is none', () => {
  expect(readNumber('', { max: 100, nullable: true })).toBeNull()
})

test('an amount of money may have a fraction', () => {
  expect(readNumber('12.50', { max: 1000, decimals: true })).toBe(12.5)
})

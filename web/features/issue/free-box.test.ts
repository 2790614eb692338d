import { expect, test } from 'vitest'
import { freeBox } from './free-box.ts'

test('the first box that is not in use', () => {
  expect(freeBox([])).toBe(1)
  expect(freeBox([3, 1, 2, 5])).toBe(4)
})

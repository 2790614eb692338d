import { expect, test } from 'vitest'
import { allOrNone, chosenRows, currentOf, moved, toggled } from './waiting-selection.ts'

const rows = ['a', 'b', 'c'].map((applicationId) => ({ applicationId }))
const [A, B, C] = rows

test('the letter looked at stays while others come and go', () => {
  expect(currentOf(rows, 'b', 0)).toBe(B)
})

test('when the letter was sealed, the next one takes its place', () => {
  expect(currentOf([{ applicationId: 'a' }, { applicationId: 'c' }], 'b', 1)).toEqual(C)
  expect(currentOf([{ applicationId: 'a' }], 'c', 2)).toEqual(A)
  expect(currentOf([], 'a', 0)).toBeUndefined()
})

test('the arrows stop at both ends of the list', () => {
  expect(moved(rows, 'a', 1)).toBe(B)
  expect(moved(rows, 'a', -1)).toBe(A)
  expect(moved(rows, 'c', 1)).toBe(C)
  expect(moved([], undefined, 1)).toBeUndefined()
})

test('choosing a letter twice gives it back', () => {
  expect(toggled(toggled([], 'a'), 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

test('choosing all leaves out what cannot be sealed, and a second time chooses none', () => {
  const sealable = rows.slice(0, 2)
  expect(allOrNone(['a'], sealable)).toEqual(['a', 'b'])
  expect(allOrNone(['a', 'b'], sealable)).toEqual([])
})

test('what somebody else sealed meanwhile is no longer chosen', () => {
  expect(chosenRows(rows, ['c', 'x', 'a'])).toEqual([A, C])
})

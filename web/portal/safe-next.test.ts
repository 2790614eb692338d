import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test.each([
  ['', '/desk'],
  ['?next=%2Fapplications%2F1', '/applications/1'],
  ['?next=https%3A%2F%2Fevil.example', '/desk'],
  ['?next=%2F%2Fevil.example', '/desk'],
  ['?next=%2F%5Cevil.example', '/desk'],
  ['?next=%2Fsign-in', '/desk'],
])('after signing in with %j the way leads to %s', (search, to) => {
  expect(safeNext(search, '/desk')).toBe(to)
})

import { expect, test } from 'vitest'
import { PLACES } from './places.ts'
import { placeAt } from './staff-menu.tsx'

test('a page belongs to the nearest place above it, and a page of nobody’s to none', () => {
  expect(placeAt(PLACES, '/hall/tickets/0192f0c1')).toBe('/hall')
  expect(placeAt(PLACES, '/hall/bookings/plan')).toBe('/hall/bookings')
  expect(placeAt(PLACES, '/window/issue')).toBe('/window/issue')
  expect(placeAt(PLACES, '/hallway')).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { formatApplicationNumber, parseApplicationNumber } from './application-number.ts'

const FIRST = { regionCode: 513200, on: '2026-03-02' as LocalDate, serial: 1 }

test('an application number names region, day and serial, and is read back', () => {
  expect(formatApplicationNumber(FIRST)).toBe('513200-20260302-000001')
  expect(parseApplicationNumber(' 513200-20260302-000001 ')).toEqual(FIRST)
})

test.each([
  '513200-20260230-000001',
  '513200-20260302-000000',
  '513200-20260302-1',
  '5132-20260302-000001',
  '',
])('“%s” is no application number', (text) => {
  expect(parseApplicationNumber(text)).toBeUndefined()
})

test('a day has 999,999 serials', () => {
  expect(formatApplicationNumber({ ...FIRST, serial: 999_999 })).toBe('513200-20260302-999999')
  expect(() => formatApplicationNumber({ ...FIRST, serial: 1_000_000 })).toThrow('serial')
  expect(() => formatApplicationNumber({ ...FIRST, serial: 0 })).toThrow('serial')
})

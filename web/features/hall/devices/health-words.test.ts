import { expect, test } from 'vitest'
import { healthOf } from './health-words.ts'

test('a kiosk without paper is red and named; what it does not say stays open', () => {
  const { paper, printer, network, others } = healthOf({ paper: 'out', version: '0.1.0' })
  expect(paper).toEqual({ light: 'red', words: '缺纸' })
  expect([printer, network]).toEqual([null, null])
  expect(others).toBe('版本 0.1.0')
})

test('a word that nobody knows is shown, not taken for health', () => {
  expect(healthOf({ printer: 'jammed' }).printer).toEqual({ light: 'none', words: 'jammed' })
})

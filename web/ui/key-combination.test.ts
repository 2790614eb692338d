import { expect, test } from 'vitest'
import { combinationOf, isTypedCharacter } from './key-combination.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test.each([
  [press('F8'), 'F8'],
  [press('F8', { shiftKey: true }), 'Shift+F8'],
  [press('k', { ctrlKey: true }), 'Ctrl+K'],
  [press('k', { metaKey: true }), 'Ctrl+K'],
  [press('j'), 'J'],
  [press('?', { shiftKey: true }), '?'],
  [press(' '), 'Space'],
])('the press %o is called %s', (pressed, name) => expect(combinationOf(pressed)).toBe(name))

test('a letter would be typed, a function key or a held Ctrl would not', () => {
  expect(isTypedCharacter(press('j'))).toBe(true)
  expect(isTypedCharacter(press('F8'))).toBe(false)
  expect(isTypedCharacter(press('k', { ctrlKey: true }))).toBe(false)
})

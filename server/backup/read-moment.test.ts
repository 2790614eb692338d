import { expect, test } from 'vitest'
import { momentOfName, nameOfMoment } from './backup-name.ts'
import { chinaTime, readMoment } from './read-moment.ts'

test('a moment is China’s unless it names a zone', () => {
  const quarterPastTen = Date.parse('2026-11-23T02:15:00Z')
  for (const text of [
    '2026-11-23 10:15',
    '2026-11-23 10:15:00',
    '2026-11-23T10:15:00',
    '2026-11-23T10:15:00+08:00',
    '2026-11-23T02:15:00Z',
    '2026-11-23T11:15:00.000+09:00',
  ])
    expect([text, readMoment(text)]).toEqual([text, quarterPastTen])
  expect(chinaTime(quarterPastTen)).toBe('2026-11-23 10:15:00')
})

test('what is no moment is not guessed at', () => {
  for (const text of ['', 'yesterday', '23.11.2026 10:15', '2026-11-23', '2026-13-40 10:15'])
    expect(readMoment(text)).toBeUndefined()
})

test('a backup is named after the second it was begun, and tells it again', () => {
  const begun = Date.parse('2026-11-23T02:15:07.912Z')
  expect(nameOfMoment(begun)).toBe('20261123T021507Z')
  expect(momentOfName('20261123T021507Z')).toBe(Date.parse('2026-11-23T02:15:07Z'))
})

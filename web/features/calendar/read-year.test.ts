import { expect, test } from 'vitest'
import year2026 from '../../../catalogue/aba/calendar/2026.json' with { type: 'json' }
import { readYear } from './read-year.ts'

test('a shipped year can be loaded as it is', () => {
  expect(readYear(JSON.stringify(year2026))).toMatchObject({
    year: 2026,
    body: { announced: true },
  })
})

test.each([
  ['{', '不是有效的 JSON'],
  ['[]', '缺少年份'],
  [JSON.stringify({ ...year2026, year: 2027 }), '不是 2027 年的日子'],
  [JSON.stringify({ ...year2026, days: [] }), '请列出放假和调休的日子'],
  [JSON.stringify({ ...year2026, holidays: [] }), '：'],
])('%s is refused with what is wrong', (text, sentence) => {
  expect(readYear(text)).toContain(sentence)
})

import { expect, test } from 'vitest'
import { OptionalText, Text } from './shared.ts'

test.each(['张·三㙍𠮷', 'བོད་ཡིག', '第一行\n第二行', '<script>alert(1)</script>'])(
  '%s is a text like any other',
  (text) => {
    expect(Text(100).parse(text)).toBe(text)
  },
)

test.each(['a\u0000b', '\ud800', '\u001b[31m'])(
  'a text that no database can hold is refused with a remedy',
  (text) => {
    expect(Text(100).safeParse(text).error?.issues[0]?.message).toContain('不能打印')
    expect(OptionalText(100).safeParse(text).success).toBe(false)
  },
)

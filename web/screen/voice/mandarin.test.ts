import { expect, test } from 'vitest'
import { mandarinCall } from './mandarin.ts'

test('the voice reads each digit of the number, and says the window', () => {
  expect(mandarinCall({ number: 'A012', windowId: 2 })).toBe('请 A 零 一 二 号，到 2 号窗口。')
  expect(mandarinCall({ number: 'Y103', windowId: 11 })).toBe('请 Y 一 零 三 号，到 11 号窗口。')
})

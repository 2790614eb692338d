import { describe, expect, test } from 'vitest'
import { scannedNumber } from './scanned-number.ts'

describe('A scanned number', () => {
  test('is found in whatever stands around it', () => {
    const number = { kind: 'number', number: '513200-20260302-000001' }
    expect(scannedNumber('513200-20260302-000001\n')).toEqual(number)
    expect(scannedNumber('https://example.gov.cn/q?n=513200-20260302-000001&x=1')).toEqual(number)
  })
  test('typed in full width is the same number', () => {
    expect(scannedNumber('５１３２００－２０２６０３０２－０００００１')).toEqual({
      kind: 'number',
      number: '513200-20260302-000001',
    })
  })
  test('may be only its tail, or a name to search by', () => {
    expect(scannedNumber(' 000001 ')).toEqual({ kind: 'words', words: '000001' })
    expect(scannedNumber('张某某')).toEqual({ kind: 'words', words: '张某某' })
  })
  test('is nothing when nothing was typed', () => {
    expect(scannedNumber('  ')).toBeNull()
  })
})

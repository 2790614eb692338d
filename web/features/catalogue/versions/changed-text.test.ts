import { expect, test } from 'vitest'
import { changedText } from './changed-text.ts'

test('only what differs is marked', () => {
  expect(changedText('承诺 10 个工作日', '承诺 5 个工作日')).toEqual({
    before: [
      { text: '承诺 ', kind: 'same' },
      { text: '10', kind: 'removed' },
      { text: ' 个工作日', kind: 'same' },
    ],
    after: [
      { text: '承诺 ', kind: 'same' },
      { text: '5', kind: 'added' },
      { text: ' 个工作日', kind: 'same' },
    ],
  })
})

test('what was put in leaves nothing marked on the other side', () => {
  expect(changedText('申请表', '申请登记表')).toEqual({
    before: [
      { text: '申请', kind: 'same' },
      { text: '表', kind: 'same' },
    ],
    after: [
      { text: '申请', kind: 'same' },
      { text: '登记', kind: 'added' },
      { text: '表', kind: 'same' },
    ],
  })
})

test('characters of two code units are not torn apart', () => {
  expect(changedText('𠮷', '𠮶').after).toEqual([{ text: '𠮶', kind: 'added' }])
})

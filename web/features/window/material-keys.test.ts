import { describe, expect, test } from 'vitest'
import { rowKeyOf } from './material-keys.ts'

const press = (key: string, more = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})

describe('Keys in the list of materials', () => {
  test('1, 2 and 3 judge, the arrows move, Enter writes what is wrong', () => {
    expect(rowKeyOf(press('1'), 'judgement')).toEqual({ kind: 'judge', state: 'held' })
    expect(rowKeyOf(press('2'), 'judgement')).toEqual({ kind: 'judge', state: 'defective' })
    expect(rowKeyOf(press('3'), 'judgement')).toEqual({ kind: 'judge', state: 'missing' })
    expect(rowKeyOf(press('ArrowDown'), 'judgement')).toEqual({ kind: 'move', by: 1 })
    expect(rowKeyOf(press('Enter'), 'judgement')).toEqual({ kind: 'remark' })
  })
  test('are letters and digits again in a remark, where Enter goes to the next material', () => {
    expect(rowKeyOf(press('1'), 'remark')).toBeNull()
    expect(rowKeyOf(press('Enter'), 'remark')).toEqual({ kind: 'move', by: 1 })
  })
  test('leave Enter to links, and Alt with a digit to the four checks', () => {
    expect(rowKeyOf(press('Enter'), 'elsewhere')).toBeNull()
    expect(rowKeyOf(press('1', { altKey: true }), 'judgement')).toBeNull()
    expect(rowKeyOf(press('5'), 'judgement')).toBeNull()
    expect(rowKeyOf(press('a'), 'judgement')).toBeNull()
  })
})

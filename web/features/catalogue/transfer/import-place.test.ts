import { expect, test } from 'vitest'
import { importPlace } from './import-place.ts'

test('a cell is named by its sheet and row', () => {
  expect(importPlace({ sheet: '材料', row: 7, place: 'C7' })).toBe('材料 第 7 行 C7')
})

test('a path of a JSON file is named as people count', () => {
  expect(importPlace({ sheet: '', row: null, place: 'items.1.guide.materials.0.basis' })).toBe(
    '第 2 个事项 · 申请材料 · 第 1 项 · 依据',
  )
})

test('what is no path of an item stays as it is', () => {
  expect(importPlace({ sheet: '', row: null, place: 'formatVersion' })).toBe('formatVersion')
})

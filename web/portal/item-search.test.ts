import { describe, expect, test } from 'vitest'
import { searchItems } from './item-search.ts'

const ITEMS = [
  {
    name: '食品（含保健食品）经营许可',
    pinyinInitials: 'sphbjspjyxk',
    departmentName: '州市场监管局',
    annexNumber: 60,
  },
  {
    name: '农作物种子生产经营许可证核发',
    pinyinInitials: 'nzwzzscjyxkzhf',
    departmentName: '州农业农村局',
    annexNumber: 22,
  },
  {
    name: '劳务派遣经营许可',
    pinyinInitials: 'lwpqjyxk',
    departmentName: '州人力资源社会保障局',
    annexNumber: 3,
  },
]
const found = (typed: string) => searchItems(ITEMS, typed).map(({ annexNumber }) => annexNumber)

describe('searching the items', () => {
  test('finds a part of the name', () => expect(found('种子')).toEqual([22]))
  test('finds pinyin initials', () => expect(found('lwpq')).toEqual([3]))
  test('puts the annex number first', () => expect(found('22')).toEqual([22]))
  test('finds the characters in their order with others between', () =>
    expect(found('食品许可')).toEqual([60]))
  test('finds by department and name together', () => expect(found('市场 许可')).toEqual([60]))
  test('finds nothing where one word fits no item', () => expect(found('种子 火箭')).toEqual([]))
  test('shows all where nothing is typed', () => expect(found('  ')).toHaveLength(3))
})

import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '../../domain/identifiers/credit-code.ts'
import { PREFECTURE_CODE, REGION_NAME } from '../../domain/identifiers/region.ts'
import {
  ABA_COUNTIES,
  ABA_GUIDES,
  ABA_HALL,
  ABA_ITEMS,
  ABA_ORGANISATIONS,
} from './load-catalogue.ts'

const numbersWhere = (keep: (item: (typeof ABA_ITEMS)[number]) => boolean): unknown[] =>
  ABA_ITEMS.filter(keep).map(({ annexNumber }) => annexNumber)

describe('the annex of 75 items', () => {
  test('is complete, in order, each item once', () => {
    expect(numbersWhere(() => true)).toEqual(Array.from({ length: 75 }, (_, index) => index + 1))
    expect(new Set(ABA_ITEMS.map(({ itemId }) => itemId)).size).toBe(75)
    expect(ABA_ITEMS[2]?.itemId).toBe('aba-03')
  })

  test('keeps × exactly where it is printed', () => {
    const printed = [
      2, 4, 5, 6, 7, 9, 10, 16, 19, 22, 27, 29, 32, 35, 37, 38, 41, 45, 47, 52, 55, 56, 57, 58, 59,
      61, 62, 63, 64, 65, 66, 67, 68, 69, 70,
    ]
    expect(numbersWhere(({ levelMark }) => levelMark === '×')).toEqual(printed)
    expect(printed).toHaveLength(35)
  })

  test('keeps its remarks: 13 devolved, 32 and 73 suspended', () => {
    expect(numbersWhere(({ remark }) => remark === '已下放')).toEqual([13])
    expect(numbersWhere(({ remark }) => remark === '暂停')).toEqual([32, 73])
    expect(numbersWhere(({ remark }) => remark === null)).toHaveLength(72)
    expect(numbersWhere(({ status }) => status === 'devolved')).toEqual([13])
    expect(numbersWhere(({ status }) => status === 'suspended')).toEqual([32, 73])
    expect(ABA_ITEMS[12]?.handledBy).toBe('所在县(市)财政局')
  })

  test('says row by row what the annex prints', () => {
    const printed = readFileSync(new URL('./annex-75-items.csv', import.meta.url), 'utf8')
    const rows = ABA_ITEMS.map((item) => {
      const owner = ABA_ORGANISATIONS.find((each) => each.organisationId === item.departmentId)
      const { annexNumber, listNumber, name, levelMark, remark } = item
      const cells = [annexNumber, owner?.shortName, listNumber, '行政许可', name, levelMark, remark]
      return cells.map((cell) => cell ?? '').join(',')
    })
    expect(rows).toEqual(printed.trim().split(/\r?\n/).slice(1))
  })

  test('belongs to ten departments', () => {
    const counts = new Map<string, number>()
    for (const { departmentId } of ABA_ITEMS) {
      const owner = ABA_ORGANISATIONS.find((each) => each.organisationId === departmentId)
      const name = owner?.shortName ?? departmentId
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      州教育局: 3,
      州司法局: 9,
      州财政局: 1,
      州人社局: 5,
      州科技局: 1,
      州农业农村局: 14,
      州商务经济合作局: 2,
      州文体旅游局: 12,
      州市场监管局: 23,
      州广电局: 5,
    })
  })

  test('is found by the initials of its pinyin', () => {
    for (const { name, pinyinInitials } of ABA_ITEMS) {
      const initials = pinyin(name, {
        pattern: 'first',
        toneType: 'none',
        nonZh: 'removed',
        type: 'array',
      })
      expect(pinyinInitials).toBe(initials.join(''))
    }
    expect(ABA_ITEMS[17]?.pinyinInitials).toBe('lwpqjyxk')
  })
})

describe('the baseline guides', () => {
  test('one an item, unconfirmed, with three materials, 20 and 10 working days, no fee', () => {
    expect(ABA_GUIDES).toHaveLength(75)
    for (const guide of ABA_GUIDES) {
      expect(guide).toMatchObject({
        version: 1,
        confirmation: 'baseline',
        kind: 'committed',
        statutoryDays: 20,
        committedDays: 10,
        stepLimits: { review: 5, decision: 3, certificate: 3, seal: 1 },
        fee: null,
      })
      expect(guide.materials.map(({ number, name }) => `${number} ${name}`)).toEqual([
        '1 申请书',
        '2 场所或者资格证明',
        '3 身份证明',
      ])
    }
  })
})

describe('the bodies around the window', () => {
  test('ten departments, three centre bodies and the government, each with its own document prefix', () => {
    expect(ABA_ORGANISATIONS.filter(({ body }) => body === 'department')).toHaveLength(10)
    expect(ABA_ORGANISATIONS).toHaveLength(14)
    expect(new Set(ABA_ORGANISATIONS.map(({ documentPrefix }) => documentPrefix)).size).toBe(14)
    expect(
      ABA_ORGANISATIONS.every(({ testCreditCode }) => checkCreditCode(testCreditCode).ok),
    ).toBe(true)
  })

  test('three windows, seven posts, each post at a window', () => {
    expect([ABA_HALL.windows.length, ABA_HALL.posts.length]).toEqual([3, 7])
    const numbers = new Set(ABA_HALL.windows.map(({ number }) => number))
    expect(ABA_HALL.posts.every(({ window }) => numbers.has(window))).toBe(true)
  })

  test('the thirteen counties of the region code', () => {
    const named = Object.fromEntries(ABA_COUNTIES.map(({ regionCode, name }) => [regionCode, name]))
    expect({ ...named, [PREFECTURE_CODE]: '阿坝藏族羌族自治州' }).toEqual(REGION_NAME)
  })
})

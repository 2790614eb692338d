import { describe, expect, test } from 'vitest'
import { ABA_ITEMS } from './load-catalogue.ts'
import { ABA_LIFE_EVENTS, ABA_TOPICS } from './load-headings.ts'

describe('the words under which the 75 items are found', () => {
  test('each has a topic, an event of life, an audience, everyday words and an English name', () => {
    const topics = new Set(ABA_TOPICS.map(({ id }) => id))
    const events = new Set(ABA_LIFE_EVENTS.map(({ id }) => id))
    for (const { name, words } of ABA_ITEMS) {
      expect(words.synonyms.length, name).toBeGreaterThanOrEqual(3)
      expect(new Set(words.synonyms).size, name).toBe(words.synonyms.length)
      expect(words.audience.length, name).toBeGreaterThan(0)
      expect(words.topics.length, name).toBeGreaterThan(0)
      expect(
        words.topics.filter((id) => !topics.has(id)),
        name,
      ).toEqual([])
      expect(words.lifeEvents.length, name).toBeGreaterThan(0)
      expect(
        words.lifeEvents.filter((id) => !events.has(id)),
        name,
      ).toEqual([])
      expect(words.nameEn, name).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
    }
  })

  test('no topic and no event of life is empty', () => {
    for (const { id } of ABA_TOPICS) {
      expect(
        ABA_ITEMS.some(({ words }) => words.topics.includes(id)),
        id,
      ).toBe(true)
    }
    for (const { id } of ABA_LIFE_EVENTS) {
      expect(
        ABA_ITEMS.some(({ words }) => words.lifeEvents.includes(id)),
        id,
      ).toBe(true)
    }
  })

  test('headings are named in Chinese, English and Tibetan', () => {
    for (const { name, nameEn, nameBo } of [...ABA_TOPICS, ...ABA_LIFE_EVENTS]) {
      expect(name).toMatch(/^\p{Script=Han}/u)
      expect(nameEn).not.toMatch(/\p{Script=Han}/u)
      expect(nameBo).toMatch(/^[\p{Script=Tibetan}\s]+$/u)
    }
  })

  test.each([
    ['教师证', 3],
    ['律所', 4],
    ['劳务派遣证', 18],
    ['卖种子', 24],
    ['兽药店', 28],
    ['网吧', 36],
    ['借体育场', 46],
    ['营业执照', 49],
    ['叉车证', 54],
    ['开饭店', 60],
    ['广播站', 71],
  ])('“%s” is item %i', (word, annexNumber) => {
    const found = ABA_ITEMS.filter(({ words }) => words.synonyms.includes(word))
    expect(found.map((item) => item.annexNumber)).toEqual([annexNumber])
  })
})

test('the Sichuan codes are those found for items of the same name', () => {
  const codes = ABA_ITEMS.filter(({ sichuanCodes }) => sichuanCodes.length > 0).map(
    ({ annexNumber, sichuanCodes }) =>
      `${annexNumber} ${sichuanCodes.map(({ code }) => code).join(' ')}`,
  )
  expect(codes).toEqual([
    '3 511A0138600000',
    '8 511A0080700003 511A0080700004',
    '12 511A0081000002 511A0081000003 511A0081000005',
    '13 511A0036800001',
    '14 511A14005006 511A14005007 511A14005008 511A14005009 511A14005010',
    '15 511A14006025',
    '17 511A14004003',
    '18 511A14003004 511A14003006 511A14003007 511A14003002',
    '20 511A0130900000',
    '21 511A0130700000',
    '23 511A0131300000',
    '24 511A0087700003 511A0088300003',
    '25 511A0089300004',
    '26 511A0090800012',
    '28 511A0091400006',
    '31 511A0131200000',
    '32 511A0155100000',
    '33 511A0130500000',
    '36 511A22002009',
    '39 511A0073000001',
    '40 511A0013400001 511A0013400004',
    '43 511A0016700003',
    '46 511A0051300001',
    '49 511A0064100070 511A0074300005 511A0074400015',
    '51 511A0041000003 511A0041000002',
    '54 511A0358400001 511A0358400002',
    '60 511A0005200004 511A0005200008 511A0005200007',
    '71 511A0139100000',
    '72 511A0138400000',
    '74 511A0001400001',
    '75 511A0137400000',
  ])
})

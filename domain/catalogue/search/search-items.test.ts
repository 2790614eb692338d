import { expect, test } from 'vitest'
import { itemSearch } from './search-items.ts'
import type { ItemToFind } from './searchable-item.ts'

const item = (
  annexNumber: number,
  name: string,
  pinyinInitials: string,
  pinyin: readonly string[],
  more: Partial<ItemToFind> = {},
): ItemToFind => ({
  itemId: `aba-${annexNumber}`,
  annexNumber,
  name,
  nameEn: '',
  pinyinInitials,
  pinyin,
  synonyms: [],
  departmentName: '州农业农村局',
  topics: [],
  lifeEvents: [],
  ...more,
})

const ITEMS = [
  item(
    60,
    '食品(含保健食品)经营许可',
    'sphbjspjyxk',
    ['shi pin han bao jian shi pin jing ying xu ke', 'kai fan dian', 'xiao mai bu'],
    {
      nameEn: 'Licence to trade in food, including health food',
      synonyms: ['开饭店', '小卖部'],
      departmentName: '州市场监管局',
      lifeEvents: ['open-a-shop'],
    },
  ),
  item(24, '农作物种子生产经营许可证核发', 'nzwzzscjyxkzhf', [
    'nong zuo wu zhong zi sheng chan jing ying xu ke zheng he fa',
  ]),
  item(18, '劳务派遣经营许可', 'lwpqjyxk', ['lao wu pai qian jing ying xu ke'], {
    departmentName: '州人社局',
    nameEn: 'Licence to supply agency workers',
  }),
]
const HEADINGS = {
  topics: [],
  lifeEvents: [
    {
      id: 'open-a-shop',
      name: '我要开店办企业',
      nameEn: 'Opening a shop or a company',
      nameBo: 'ཚོང་ཁང་',
    },
  ],
}
const search = itemSearch(ITEMS, HEADINGS)
const found = (typed: string) => search(typed).items.map(({ annexNumber }) => annexNumber)

test.each([
  ['a part of the name', '种子', [24]],
  ['the name without its brackets', '食品经营', [60]],
  ['initials', 'lwpq', [18]],
  ['initials from the middle', 'zzsc', [24]],
  ['full pinyin', 'zhongzi', [24]],
  ['full pinyin with spaces', 'lao wu', [18]],
  ['full pinyin not yet finished', 'laowupa', [18]],
  ['a synonym', '小卖部', [60]],
  ['a sentence with a synonym in it', '我想开饭店', [60]],
  ['pinyin of a synonym', 'kaifandian', [60]],
  ['initials of a synonym', 'kfd', [60]],
  ['a life event', '开店', [60]],
  ['a life event in English', 'shop', [60]],
  ['a life event in Tibetan', 'ཚོང་ཁང', [60]],
  ['English', 'agency workers', [18]],
  ['the number in the annex', '24', [24]],
  ['the characters in their order with others between', '劳务许可', [18]],
  ['a department and a name together', '市场 许可', [60]],
  ['capitals and wide letters', 'ＬＷPQ', [18]],
])('finds by %s', (_, typed, expected) => expect(found(typed)).toEqual(expected))

test.each([
  ['one wrong character', '劳务派谴', [18]],
  ['one letter of pinyin missing', 'laowpaiqian', [18]],
  ['one character too many', '劳务的派遣', [18]],
  ['two characters changed about', '劳派务遣', [18]],
  ['two characters alone, changed about', '务劳', [18]],
  ['a wrong letter of pinyin', 'laowupaiqien', [18]],
  ['letters changed about', 'sihpin', [60]],
  ['an initial changed about', 'lwqpjy', [18]],
  ['an English word with a letter missing', 'workrs', [18]],
])('finds with %s, and says so', (_, typed, expected) => {
  expect(found(typed)).toEqual(expected)
  expect(search(typed).nearly).toBe(true)
})

test('what fits letter for letter leaves no room for guesses', () =>
  expect(search('劳务派遣')).toEqual({ items: [ITEMS[2]], nearly: false }))
test('finds nothing where one word fits no item', () => expect(found('种子 火箭')).toEqual([]))
test('a sound does not begin inside a syllable', () => expect(found('ong')).toEqual([]))
test('shows all where nothing is typed', () => expect(found(' ，、')).toHaveLength(3))
test('the better fit comes first: the beginning of a name before its middle', () => {
  const beginning = item(1, '经营许可', 'jyxk', ['jing ying xu ke'])
  expect(itemSearch([...ITEMS, beginning])('经营').items[0]).toBe(beginning)
})
test.each(['<script>alert(1)</script>', '%', '\\', '.*', '\u0000', '(', '['])(
  'a robot’s %s is a text like any other',
  (typed) => expect(() => search(typed.repeat(2_000))).not.toThrow(),
)

import { expect, test } from 'vitest'
import { ABA_FULL_GUIDES } from '../../../catalogue/aba/load-catalogue.ts'
import { partName, placeName } from './part-words.ts'

const guide = ABA_FULL_GUIDES.find(({ itemId }) => itemId === 'aba-36')
if (guide === undefined) throw new Error('The catalogue has no full guide 36')
const [first] = guide.materials
const [question] = guide.questions
const [option] = question?.options ?? []

test('a place that two people wrote in is told by what stands there, the first as the first', () => {
  expect(placeName(['materials', '0', 'copies'], guide)).toBe(
    `第 ${first?.number} 项“${first?.name}”的份数`,
  )
  expect(placeName(['questions', '0', 'text'], guide)).toBe(`问题“${question?.text}” · 问题`)
  expect(placeName(['groups', '0', 'title'], { groups: [] })).toBe('groups · 第 1 项 · “title”')
})

test('a finding about an option names question and option by their words', () => {
  expect(partName(`questions.${question?.id}.options.${option?.value}`, guide)).toBe(
    `问题“${question?.text}” · 选项 · “${option?.label}”`,
  )
  expect(partName('committedDays', guide)).toBe('承诺时限')
})

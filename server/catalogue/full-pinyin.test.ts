import { expect, test } from 'vitest'
import { fullPinyin } from './full-pinyin.ts'

test.each([
  ['食品经营', 'shi pin jing ying'],
  ['景区（点）讲解员', 'jing qu dian jiang jie yuan'],
  ['GSP认证', 'g s p ren zheng'],
  ['旅行社', 'lv xing she'],
])('%s is typed %s', (words, typed) => expect(fullPinyin(words)).toBe(typed))

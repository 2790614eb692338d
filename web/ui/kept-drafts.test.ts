import { describe, expect, test } from 'vitest'
import { findDraft, forgetDraft, forgetDrafts, keepDraft, type DraftStore } from './kept-drafts.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

function memory(limit = Infinity): DraftStore {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

describe('What was typed', () => {
  test('is there again after a reload', () => {
    const store = memory()
    keepDraft(store, 'a', 'opinion', '场所与执照一致')
    expect(findDraft(store, 'a', 'opinion', isText)).toBe('场所与执照一致')
  })
  test('is never shown to another person', () => {
    const store = memory()
    keepDraft(store, 'a', 'opinion', '张某某')
    expect(findDraft(store, 'b', 'opinion', isText)).toBeUndefined()
  })
  test('is gone after the act', () => {
    const store = memory()
    keepDraft(store, 'a', 'opinion', '张某某')
    forgetDraft(store, 'a', 'opinion')
    expect(findDraft(store, 'a', 'opinion', isText)).toBeUndefined()
  })
  test('is gone after signing out, and nothing else of the tab is touched', () => {
    const store = memory()
    store.setItem('other', '1')
    keepDraft(store, 'a', 'one', '张某某')
    keepDraft(store, 'b', 'two', '李某某')
    forgetDrafts(store)
    expect(store.length).toBe(1)
    expect(store.getItem('other')).toBe('1')
  })
  test('of the person before is gone when the next one sits down', () => {
    const store = memory()
    keepDraft(store, 'a', 'one', '张某某')
    keepDraft(store, 'b', 'one', '李某某')
    forgetDrafts(store, 'b')
    expect(findDraft(store, 'a', 'one', isText)).toBeUndefined()
    expect(findDraft(store, 'b', 'one', isText)).toBe('李某某')
  })
  test('written by an older release in another shape is passed over', () => {
    const store = memory()
    keepDraft(store, 'a', 'one', { old: true })
    expect(findDraft(store, 'a', 'one', isText)).toBeUndefined()
    store.setItem('yichuang-draft:a:two', '{broken')
    expect(findDraft(store, 'a', 'two', isText)).toBeUndefined()
  })
  test('that does not fit the store is said not to be kept', () => {
    expect(keepDraft(memory(3), 'a', 'one', '太长的内容')).toBe(false)
  })
})

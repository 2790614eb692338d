import { expect, test } from 'vitest'
import { createDraftStore } from './draft-store.ts'

const guide = {
  scope: '州内',
  materials: [
    { number: 1, name: '申请表' },
    { number: 2, name: '营业执照' },
  ],
}

test('a change of one field leaves every other part the same object', () => {
  const store = createDraftStore(guide)
  store.set('materials.1.name', '身份证')
  expect(store.at('materials.1')).toEqual({ number: 2, name: '身份证' })
  expect(store.get().materials[0]).toBe(guide.materials[0])
  expect(guide.materials[1]?.name).toBe('营业执照')
})

test('what was removed comes back with undo, and what was typed meanwhile elsewhere stays', () => {
  const store = createDraftStore(guide)
  store.restructure({ materials: guide.materials.slice(1) })
  store.set('scope', '全州')
  expect(store.canUndo()).toBe(true)
  store.undo()
  expect(store.get()).toEqual({ ...guide, scope: '全州' })
  expect(store.canUndo()).toBe(false)
})

test('undo never takes back what was typed into the same part afterwards', () => {
  const store = createDraftStore(guide)
  store.restructure({ materials: guide.materials.slice(1) })
  store.set('materials.0.name', '身份证')
  expect(store.canUndo()).toBe(false)
  store.undo()
  expect(store.get().materials).toEqual([{ number: 2, name: '身份证' }])
})

test('a listener hears of changes until it leaves', () => {
  const store = createDraftStore(guide)
  let heard = 0
  const leave = store.subscribe(() => {
    heard += 1
  })
  store.set('scope', '全州')
  store.set('scope', '全省')
  leave()
  store.set('scope', '州内')
  expect(heard).toBe(2)
})

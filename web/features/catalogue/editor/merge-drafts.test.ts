import { expect, test } from 'vitest'
import { mergeDrafts } from './merge-drafts.ts'

const base = {
  scope: '州内',
  committedDays: 10,
  fee: null as { amount: number } | null,
  materials: [
    { number: 1, name: '申请表', copies: 1 },
    { number: 2, name: '营业执照', copies: 1 },
  ],
}

test('changes in different places come together, in the same material too', () => {
  const mine = { ...base, scope: '全州', materials: changed('name', '申请书') }
  const theirs = { ...base, committedDays: 5, materials: changed('copies', 2) }
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    content: {
      ...base,
      scope: '全州',
      committedDays: 5,
      materials: [{ number: 1, name: '申请书', copies: 2 }, base.materials[1]],
    },
    conflicts: [],
  })
})

test('where both wrote, mine stays in the draft and theirs is told', () => {
  const mine = { ...base, scope: '全州' }
  const theirs = { ...base, scope: '全省' }
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    content: mine,
    conflicts: [{ keys: ['scope'], mine: '全州', theirs: '全省' }],
  })
})

test('a material added by the other comes in where I changed no material', () => {
  const theirs = { ...base, materials: [...base.materials, { number: 3, name: '章程', copies: 1 }] }
  const mine = { ...base, scope: '全州' }
  expect(mergeDrafts(base, mine, theirs).content.materials).toHaveLength(3)
})

test('where one removed a material and the other changed one, both lists are told', () => {
  const mine = { ...base, materials: base.materials.slice(1) }
  const theirs = { ...base, materials: changed('copies', 2) }
  const { content, conflicts } = mergeDrafts(base, mine, theirs)
  expect(content.materials).toEqual(mine.materials)
  expect(conflicts.map(({ keys }) => keys)).toEqual([['materials']])
})

test('the same change by both is no conflict', () => {
  const both = { ...base, fee: { amount: 10 } }
  expect(mergeDrafts(base, both, structuredClone(both))).toEqual({ content: both, conflicts: [] })
})

function changed(key: 'name' | 'copies', value: string | number) {
  return base.materials.map((material) =>
    material.number === 1 ? { ...material, [key]: value } : material,
  ) as typeof base.materials
}

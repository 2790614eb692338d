import { expect, test } from 'vitest'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import { renumbered } from './renumbered.ts'

const materials = [1, 2, 3].map((number) => ({
  number,
  name: `材料${number}`,
})) as GuideContent['materials']

test('a material that moves keeps its mark, and the one that was taken out loses it', () => {
  const [first, second, third] = materials
  const moved = [third, first].flatMap((one) => one ?? [])
  expect(
    renumbered(moved, ['fee', 'materials.1.copies', 'materials.2.standard', 'materials.3']),
  ).toEqual({
    materials: [
      { ...third, number: 1 },
      { ...first, number: 2 },
    ],
    unconfirmed: ['fee', 'materials.2.copies', 'materials.1'],
  })
  expect(second).toBeDefined()
})

test('where the order stays, every material stays the same object', () => {
  expect(renumbered(materials, []).materials[2]).toBe(materials[2])
})

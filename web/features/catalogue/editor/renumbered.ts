import type { GuideContent } from '../../../../contract/guide-schema.ts'

type Numbered = Pick<GuideContent, 'materials' | 'unconfirmed'>

/**
 * Materials in this order, numbered 1, 2, 3 …, and the marks 待部门确认 on the materials they belonged to; marks on
 * what is gone are dropped.
 */
export function renumbered(
  materials: GuideContent['materials'],
  unconfirmed: GuideContent['unconfirmed'],
): Numbered {
  const numberNow = new Map(materials.map(({ number }, at) => [String(number), String(at + 1)]))
  return {
    materials: materials.map((material, at) =>
      material.number === at + 1 ? material : { ...material, number: at + 1 },
    ),
    unconfirmed: unconfirmed.flatMap((part) => {
      const [head = '', number, ...rest] = part.split('.')
      if (head !== 'materials' || number === undefined) return [part]
      const now = numberNow.get(number)
      return now === undefined ? [] : [[head, now, ...rest].join('.')]
    }),
  }
}

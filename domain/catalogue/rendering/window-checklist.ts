import { materialsFor } from '../materials-for.ts'
import type { ServiceGuide } from '../service-guide.ts'
import type { Situation } from '../situation.ts'
import { type Fact, materialFacts } from './material-facts.ts'

export type ChecklistRow = {
  readonly number: number
  readonly name: string
  /** Everything else that the guide says of the material. */
  readonly facts: readonly Fact[]
}

const IN_THE_HEAD: readonly string[] = ['number', 'name']

/** What the window goes through, material by material, in this situation. */
export function windowChecklist(
  guide: ServiceGuide,
  situation: Situation,
): readonly ChecklistRow[] {
  return materialsFor(guide, situation).map((material) => ({
    number: material.number,
    name: material.name,
    facts: materialFacts(material, guide).filter(
      ({ part }) => !IN_THE_HEAD.includes(part.split('.')[2] ?? ''),
    ),
  }))
}

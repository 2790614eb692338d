import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import { refuseUntrained } from './window-training.ts'

/** The window's four checks, material by material (seed notice, part three (2) 1); an on-the-spot fix is the next assessment, Art 32 (1)(3). */
export const assessMaterials: Act<'AssessMaterials'> = {
  guard: refuseUntrained,
  decide: ({ by, at, materials, checks, notes }, application) => {
    const unknown = Object.keys(materials)
      .map(Number)
      .find((number) => application.materials[number] === undefined)
    if (unknown !== undefined) return forbidden({ code: 'unknown-material', material: unknown })
    return happened({ type: 'MaterialsAssessed', by, at, materials, checks, notes })
  },
}

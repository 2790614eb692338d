import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** Corrections handed in: when the last asked one is in, the acceptance clock starts again, Art 32 (1)(5). */
export const supplyCorrection: Act<'SupplyCorrection'> = {
  decide: ({ by, at, materials }, { materials: known, correction }) => {
    const unknown = materials.find(
      (number) => known[number] === undefined && !correction?.asked.includes(number),
    )
    if (unknown !== undefined) return forbidden({ code: 'unknown-material', material: unknown })
    return happened({ type: 'CorrectionSupplied', by, at, materials: [...new Set(materials)] })
  },
}

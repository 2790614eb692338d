import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** Corrections handed in: when the last asked one is in, the acceptance clock starts again, Art 32 (1)(5). */
export const supplyCorrection: Act<'SupplyCorrection'> = {
  decide: ({ by, at, materials }) =>
    happened({ type: 'CorrectionSupplied', by, at, materials: [...new Set(materials)] }),
}

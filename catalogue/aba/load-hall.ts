import { HallConfigurationSchema } from '../../contract/hall-configuration.ts'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import hall from './hall.json' with { type: 'json' }

/**
 * The Aba hall as shipped: three comprehensive windows and seven clerks by the notice; zones by the notice. Hours, averages
 * and which window hands out results are not in it: shown as 待部门确认 until the hall manager confirms them.
 */
export const ABA_HALL: HallConfiguration = HallConfigurationSchema.parse(hall)

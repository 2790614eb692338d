import type { LocalDate, ServiceItemId } from '../../shared/ids.ts'
import type { ServiceItem } from '../service-item.ts'

/** An item as it is from a day on. Immutable: a change is the next version. */
export type ItemVersion = {
  readonly itemId: ServiceItemId
  readonly version: number
  readonly effectiveOn: LocalDate
  readonly item: ServiceItem
}

/** The day from which what was shipped counts: the trial of the seed notice began on it. */
const SHIPPED_FROM = '2020-01-01' as LocalDate

export function firstVersion(item: ServiceItem): ItemVersion {
  return { itemId: item.itemId, version: 1, effectiveOn: SHIPPED_FROM, item }
}

import type { SealRoute } from '../application/application.ts'
import type { ServiceItem } from '../catalogue/service-item.ts'
import type { LocalDate } from '../shared/ids.ts'

/** Half a year after the trial began on 2020-01-01, the unified seal widens to every item without an exception. */
const WIDENED_ON = '2020-07-01' as LocalDate

/**
 * Whose seal a grant of that day carries (seed notice, part three (2) 4). A mode that two people
 * of the Bureau recorded for the item goes before the general rule.
 */
export function sealRoute(
  item: ServiceItem,
  on: LocalDate,
  confirmedMode: SealRoute | null,
): SealRoute {
  if (confirmedMode !== null) return confirmedMode
  if (item.provincialResult) return 'provincial'
  if (item.annexNumber !== undefined) return 'bureau'
  return on >= WIDENED_ON && item.sealException === null ? 'bureau' : 'department'
}

/** The annex marks the item × without saying why: nothing is sealed before its mode is recorded. */
export function needsModeConfirmation(item: ServiceItem, confirmedMode: SealRoute | null): boolean {
  return item.levelMark === '×' && confirmedMode === null
}

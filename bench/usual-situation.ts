import { ABA_FULL_GUIDES } from '../catalogue/aba/load-catalogue.ts'
import { plainSituation } from '../domain/catalogue/plain-situation.ts'
import type { Situation } from '../domain/catalogue/situation.ts'

/** What a receipt through HTTP answers to the questions of the guide that the installed catalogue has in force. */
export function usualSituation(itemId: string): Situation {
  const guide = ABA_FULL_GUIDES.find((one) => one.itemId === itemId)
  return guide === undefined ? {} : plainSituation(guide)
}

import type { LodgedApplication } from './application.ts'
import type { CardRecord } from './supervision/card.ts'

const ORDER = ['none', 'warning', 'yellow', 'red'] as const
export type WorstCard = (typeof ORDER)[number]

/** A warning stands only while there is still a decision to be made in time; cards stand until closed. */
export function openCardsOf(application: LodgedApplication): readonly CardRecord[] {
  return application.cards.filter(
    (card) => card.closedOn === null && (card.level !== 'warning' || isUndecided(application)),
  )
}

export function worstCardOf(application: LodgedApplication): WorstCard {
  const worst = openCardsOf(application).reduce(
    (most, card) => Math.max(most, ORDER.indexOf(card.level)),
    0,
  )
  return ORDER[worst] ?? 'none'
}

function isUndecided({ status }: LodgedApplication): boolean {
  return status === 'accepted' || status === 'in-review'
}

import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { CardRecord, CardRule } from './card.ts'

/** The body concerned explains; without a rule, every card that waits for an answer. */
export const explainCard: Act<'ExplainCard'> = {
  guard: (application) =>
    waitingFor('explanation', application, null).length === 0
      ? { code: 'nothing-to-answer' }
      : null,
  decide: ({ by, at, rule, text }, application) => {
    const cards = waitingFor('explanation', application, rule)
    if (cards.length === 0) return forbidden({ code: 'nothing-to-answer' })
    return happened(
      ...cards.map((card) => ({ type: 'CardExplained' as const, by, at, rule: card.rule, text })),
    )
  },
}

/** The supervisor accepts, and the card closes; or rejects, and it waits for a better answer. */
export const closeCard: Act<'CloseCard'> = {
  guard: (application) =>
    waitingFor('verdict', application, null).length === 0 ? { code: 'nothing-to-answer' } : null,
  decide: ({ by, at, rule, accept, text }, application) => {
    const cards = waitingFor('verdict', application, rule)
    if (cards.length === 0) return forbidden({ code: 'nothing-to-answer' })
    return happened(
      ...cards.map((card) => ({
        type: accept ? ('CardClosed' as const) : ('CardExplanationRejected' as const),
        by,
        at,
        rule: card.rule,
        text,
      })),
    )
  },
}

function waitingFor(
  what: 'explanation' | 'verdict',
  application: LodgedApplication,
  rule: CardRule | null,
): readonly CardRecord[] {
  return application.cards.filter(
    (card) =>
      card.closedOn === null &&
      (rule === null || card.rule === rule) &&
      (card.explanation === null) === (what === 'explanation'),
  )
}

import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import type { LodgedApplication } from './application.ts'
import type * as Events from './events.ts'
import type { CardRecord, CardRule } from './supervision/card.ts'
import { ratingToAnswer } from './supervision/ratings.ts'

type SupervisionEvent =
  | Events.ServiceRated
  | Events.RatingFollowedUp
  | Events.CardRaised
  | Events.CardExplained
  | Events.CardClosed
  | Events.CardExplanationRejected

/** Ratings and cards: beside the procedure, they never move its status. */
export function evolveSupervision(
  application: LodgedApplication,
  event: SupervisionEvent,
): LodgedApplication {
  const on = localDateOf(event.at)
  switch (event.type) {
    case 'ServiceRated':
      return {
        ...application,
        ratings: [
          ...application.ratings,
          { contact: event.contact, grade: event.grade, on, followUps: [] },
        ],
      }
    case 'RatingFollowedUp':
      return followedUp(application, event)
    case 'CardRaised': {
      const { rule, level, fact, answerableId, officerName } = event
      const raised: CardRecord = {
        rule,
        level,
        raisedOn: on,
        fact,
        answerableId,
        officerName,
        explanation: null,
        rejectedOn: null,
        closedOn: null,
      }
      return { ...application, cards: [...application.cards, raised] }
    }
    case 'CardExplained':
      return changed(application, event.rule, {
        explanation: { text: event.text, on, byName: event.by.name },
      })
    case 'CardClosed':
      return changed(application, event.rule, { closedOn: on })
    case 'CardExplanationRejected':
      return changed(application, event.rule, { explanation: null, rejectedOn: on })
    default:
      return assertNever(event)
  }
}

function changed(
  application: LodgedApplication,
  rule: CardRule,
  change: Partial<CardRecord>,
): LodgedApplication {
  return {
    ...application,
    cards: application.cards.map((card) => (card.rule === rule ? { ...card, ...change } : card)),
  }
}

function followedUp(
  application: LodgedApplication,
  { at, outcome, text }: Events.RatingFollowedUp,
): LodgedApplication {
  const answered = ratingToAnswer(application)
  return {
    ...application,
    ratings: application.ratings.map((rating) =>
      rating === answered
        ? { ...rating, followUps: [...rating.followUps, { on: localDateOf(at), outcome, text }] }
        : rating,
    ),
  }
}

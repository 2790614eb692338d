import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { openCardsOf } from '../../domain/application/worst-card.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { cardName } from './card-names.ts'

type View = z.input<typeof ApplicationView>

/** Opinions of the departments: never shown to the applicant. */
export function opinionViews(
  { opinions }: LodgedApplication,
  reference: ReferenceData,
): View['opinions'] {
  return opinions.map(({ departmentId, byName, outcome, opinion, on }) => ({
    departmentName: reference.getOrganisation(departmentId).name,
    byName,
    outcome,
    opinion,
    on,
  }))
}

/** Every card ever raised, with whether it still stands. */
export function cardViews(application: LodgedApplication, reference: ReferenceData): View['cards'] {
  const open = openCardsOf(application)
  return application.cards.map((card) => ({
    rule: card.rule,
    ruleName: cardName(card.rule),
    level: card.level,
    raisedOn: card.raisedOn,
    fact: card.fact,
    answerableName: reference.getOrganisation(card.answerableId).name,
    officerName: card.officerName,
    open: open.includes(card),
    explanation: card.explanation,
  }))
}

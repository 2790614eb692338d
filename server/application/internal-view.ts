import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { followUpOutcomeName } from '../../domain/application/supervision/follow-up-outcome.ts'
import { followUpDueOn, openBadRatingsOf } from '../../domain/application/supervision/ratings.ts'
import { openCardsOf } from '../../domain/application/worst-card.ts'
import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { cardName } from './card-names.ts'
import { GRADE_NAME } from '../../domain/application/supervision/grade-name.ts'
import type { HistoryRow } from './history-view.ts'

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

/** The applicant sees the grades; the calls are the centre's. */
export function ratingViews(
  application: LodgedApplication,
  history: readonly HistoryRow[],
  calendar: WorkingCalendar,
  internal: boolean,
): View['ratings'] {
  const texts = history.flatMap(({ data }) => (data.type === 'ServiceRated' ? [data.text] : []))
  const waiting = internal ? openBadRatingsOf(application) : []
  return application.ratings.map((rating, index) => ({
    grade: rating.grade,
    gradeName: GRADE_NAME[rating.grade],
    on: rating.on,
    text: texts[index] ?? '',
    followUpDueOn: waiting.includes(rating) ? followUpDueOn(rating, calendar) : null,
    followUps: !internal
      ? []
      : rating.followUps.map(({ on, outcome, text }) => ({
          on,
          outcomeName: followUpOutcomeName(outcome),
          text,
        })),
  }))
}

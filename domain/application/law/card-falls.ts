import { committedDue, decisionDue, issuanceDue, stepDue, type Due } from '../../deadline/clocks.ts'
import { warningFrom } from '../../deadline/signal-light.ts'
import { addWorkingDays } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { chineseDate, nextDay } from '../../shared/local-date.ts'
import type { LodgedApplication } from '../application.ts'
import type { ApplicationFacts } from '../facts.ts'
import type { CardRule } from '../supervision/card.ts'
import { raiseCard } from '../supervision/raise-card.ts'
import { followUpDueOn, openBadRatingsOf } from '../supervision/ratings.ts'
import type { Fall } from './next-fall.ts'

/** Working days a yellow card may stay unanswered (domain rules §6). */
const ANSWER_DAYS = 3
const STEP_NAME = { review: '审核', decision: '决定', certificate: '制证', seal: '盖章' } as const

/** The signals of electronic supervision that time alone raises, each from the first calendar day overrun. */
export function cardFalls(
  application: LodgedApplication,
  facts: ApplicationFacts,
): readonly Fall[] {
  const { guide, calendar } = facts
  if (guide === null) throw new Error('The guide of a lodged application is always known')
  const committed = committedDue(application, guide, calendar)
  const statutory = decisionDue(application, guide, calendar)
  const soon =
    committed.state === 'running'
      ? [
          card(
            'due-soon',
            warningFrom(committed.on, guide.committedDays, calendar),
            `承诺期限将于${chineseDate(committed.on)}届满`,
          ),
        ]
      : []
  return [
    ...soon,
    ...overrun(
      'step-overrun',
      stepOf(application, facts),
      `${STEP_NAME[application.step?.name ?? 'review']}环节超过期限`,
    ),
    ...(endsTogether(committed, statutory)
      ? []
      : overrun('committed-overrun', committed, '超过承诺办理期限')),
    ...overrun('statutory-overrun', statutory, '超过法定办理期限'),
    ...overrun(
      'issuance-overrun',
      issuanceDue(application, calendar),
      '作出决定后超过十个工作日未送达',
    ),
    ...unanswered(application, facts),
    ...badRating(application, facts),
  ].filter((fall) => !application.cards.some(({ rule }) => rule === fall.rule))
}

type CardFall = Fall & { readonly rule: CardRule }

function card(rule: CardRule, on: LocalDate, fact: string): CardFall {
  return {
    rule,
    on,
    events: (application, situation) => raiseCard(rule, fact, application, situation),
  }
}

function overrun(rule: CardRule, due: Due, what: string): readonly CardFall[] {
  return due.state === 'running'
    ? [card(rule, nextDay(due.on), `${what}（至 ${chineseDate(due.on)}）`)]
    : []
}

/** Yellow is for the committed limit overrun while the statutory one is not (domain rules §6). */
function endsTogether(committed: Due, statutory: Due): boolean {
  return (
    committed.state === 'running' && statutory.state === 'running' && committed.on >= statutory.on
  )
}

/** The province's own time is not a step of ours. */
function stepOf(application: LodgedApplication, { item, guide, calendar }: ApplicationFacts): Due {
  const waitsForProvince = item.provincialResult && application.step?.name === 'certificate'
  return guide === null || waitsForProvince
    ? { state: 'none' }
    : stepDue(application, guide, calendar)
}

function unanswered(
  application: LodgedApplication,
  { calendar }: ApplicationFacts,
): readonly CardFall[] {
  return application.cards
    .filter(
      ({ level, closedOn, explanation }) =>
        level === 'yellow' && closedOn === null && explanation === null,
    )
    .map(({ raisedOn, rejectedOn }) =>
      addWorkingDays(rejectedOn ?? raisedOn, ANSWER_DAYS, calendar),
    )
    .map((on) =>
      card('card-unanswered', nextDay(on), `黄牌在三个工作日内（至 ${chineseDate(on)}）没有答复`),
    )
}

function badRating(
  application: LodgedApplication,
  { calendar }: ApplicationFacts,
): readonly CardFall[] {
  return openBadRatingsOf(application)
    .map((rating) => followUpDueOn(rating, calendar))
    .filter((on) => on !== null)
    .map((on) =>
      card('bad-rating-unanswered', nextDay(on), `差评未按期联系、处理（至 ${chineseDate(on)}）`),
    )
}

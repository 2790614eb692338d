import {
  acceptanceDue,
  committedDue,
  decisionDue,
  issuanceDue,
  type Due,
} from '../deadline/clocks.ts'
import type { ApplicationFacts } from '../application/facts.ts'
import type { CardRule } from '../application/supervision/card.ts'
import { lodged, type History } from './live.ts'

type ShownClock = 'acceptance' | 'decision' | 'committed' | 'issuance'

/** The due date that a clock shows after this history, or `paused`, or `none`. */
export function shownDue(clock: ShownClock, history: History, facts: ApplicationFacts): string {
  const application = lodged(history)
  if (facts.guide === null) throw new Error('A lodged application has a guide')
  const shown: Readonly<Record<ShownClock, Due>> = {
    acceptance: acceptanceDue(application, facts.calendar),
    decision: decisionDue(application, facts.guide, facts.calendar),
    committed: committedDue(application, facts.guide, facts.calendar),
    issuance: issuanceDue(application, facts.calendar),
  }
  const { [clock]: due } = shown
  return due.state === 'running' ? due.on : due.state
}

/** Every card raised, by rule, in order. */
export function rulesOf(history: History): readonly CardRule[] {
  return lodged(history).cards.map(({ rule }) => rule)
}

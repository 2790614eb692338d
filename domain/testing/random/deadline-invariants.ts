import { SPECIAL_PROCEDURES } from '../../application/application.ts'
import {
  acceptanceDue,
  committedDue,
  decisionDue,
  issuanceDue,
  type Due,
} from '../../deadline/clocks.ts'
import { localDateOf } from '../../shared/local-date.ts'
import { dueDatesFrom, nthWorkingDay, type DueDates, type Shown } from './due-dates-from-events.ts'
import { eventsOf, is, type Invariant } from './invariant.ts'
import type { Moved } from './live-randomly.ts'

/** What holds of time in every life: acceptance, due dates, pauses, extension and the cards of limits. */
export const DEADLINE_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'nothing is accepted, declined or asked for after the fifth working day (I1)': ({
    moves,
    facts,
  }) =>
    moves.filter(
      ({ before, event }) =>
        before.status === 'received' &&
        is(event, 'ApplicationAccepted', 'ApplicationDeclined', 'CorrectionRequested') &&
        localDateOf(event.at) >
          nthWorkingDay(before.correctedOn ?? before.receivedOn, 5, facts.calendar),
    ),

  'deemed acceptance comes at 00:00 of the sixth day, back to the day of receipt, with a red card':
    ({ moves, facts }) =>
      moves.filter(({ before, event }, index) => {
        if (!is(event, 'ApplicationDeemedAccepted') || before.status !== 'received') return false
        const start = before.correctedOn ?? before.receivedOn
        const due = nthWorkingDay(start, 5, facts.calendar)
        const next = moves[index + 1]?.event
        const carded =
          (next !== undefined && is(next, 'CardRaised') && next.rule === 'deemed-acceptance') ||
          before.cards.some(({ rule }) => rule === 'deemed-acceptance')
        return event.on !== start || localDateOf(event.at) <= due || !carded
      }),

  'due dates told by the events are those told by the state (I2)': ({ moves }) =>
    moves.flatMap(({ after, facts }, index) => {
      if (facts.guide === null) return []
      const told = dueDatesFrom(eventsOf(moves.slice(0, index + 1)), facts)
      const shown: DueDates = {
        acceptance: shownOf(acceptanceDue(after, facts.calendar)),
        decision: shownOf(decisionDue(after, facts.guide, facts.calendar)),
        committed: shownOf(committedDue(after, facts.guide, facts.calendar)),
        issuance: shownOf(issuanceDue(after, facts.calendar)),
      }
      return JSON.stringify(told) === JSON.stringify(shown) ? [] : [{ told, shown }]
    }),

  'a due date in a year not announced is provisional, and only then (I12)': ({ moves }) =>
    moves.filter(({ after, facts }) => {
      if (facts.guide === null) return false
      return [
        acceptanceDue(after, facts.calendar),
        decisionDue(after, facts.guide, facts.calendar),
        issuanceDue(after, facts.calendar),
      ].some((due) => due.state === 'running' && due.provisional !== due.on > '2026-12-31')
    }),

  'the committed limit is never later than the statutory one': ({ moves }) =>
    moves.filter(({ after, facts }) => {
      if (facts.guide === null) return false
      const committed = committedDue(after, facts.guide, facts.calendar)
      const statutory = decisionDue(after, facts.guide, facts.calendar)
      return (
        committed.state === 'running' &&
        statutory.state === 'running' &&
        committed.on > statutory.on
      )
    }),

  'pauses never overlap, are of the eight kinds, and begin in time (I3)': ({ moves }) =>
    moves.filter(({ before, event }, index) => {
      if (!is(event, 'ClockPaused') || before.status === 'not-lodged') return false
      const due = dueBefore(moves, index).decision
      return (
        before.pauses.some(({ endedOn }) => endedOn === null || endedOn > localDateOf(event.at)) ||
        !SPECIAL_PROCEDURES.includes(event.kind) ||
        due === 'paused' ||
        localDateOf(event.at) > due
      )
    }),

  'one extension at most, by the right head, on or before the due date (I4)': ({ moves, facts }) =>
    moves.filter(({ before, event }, index) => {
      if (!is(event, 'DeadlineExtended') || before.status === 'not-lodged') return false
      const joint = facts.item.partnerIds.length > 0
      const due = dueBefore(moves, index).decision
      return (
        before.extension !== null ||
        event.by.role !== (joint ? 'government-head' : 'department-head') ||
        event.days !== (joint ? 15 : 10) ||
        (due !== 'paused' && localDateOf(event.at) > due)
      )
    }),

  'acceptance is never before receipt': ({ moves }) =>
    moves.filter(
      ({ after }) =>
        after.status !== 'not-lodged' &&
        after.acceptance !== null &&
        (after.acceptance.on < after.receivedOn ||
          after.acceptance.recordedOn < after.acceptance.on),
    ),

  'a limit raises a card only while its clock runs, and only once it is overrun': ({ moves }) =>
    moves.filter(({ event }, index) => {
      if (!is(event, 'CardRaised')) return false
      const clock = CLOCK_OF[event.rule]
      if (clock === undefined) return false
      const due = dueBefore(moves, index)[clock]
      const statutory = dueBefore(moves, index).decision
      const on = localDateOf(event.at)
      if (event.rule === 'due-soon') return due === 'none' || due === 'paused'
      return (
        due === 'none' ||
        due === 'paused' ||
        on <= due ||
        (event.rule === 'committed-overrun' && due === statutory)
      )
    }),

  'no step overruns in an application that has ended': ({ moves }) =>
    moves.filter(
      ({ before, event }) =>
        is(event, 'CardRaised') &&
        event.rule === 'step-overrun' &&
        !['accepted', 'in-review', 'granted', 'lettered'].includes(before.status),
    ),
}

const CLOCK_OF: Readonly<Record<string, keyof DueDates>> = {
  'due-soon': 'committed',
  'committed-overrun': 'committed',
  'statutory-overrun': 'decision',
  'issuance-overrun': 'issuance',
}

function shownOf(due: Due): Shown {
  return due.state === 'running' ? due.on : due.state
}

function dueBefore(moves: readonly Moved[], index: number): DueDates {
  const moved = moves[index]
  if (moved === undefined) throw new Error(`No move ${index}`)
  return dueDatesFrom(eventsOf(moves.slice(0, index)), moved.facts)
}

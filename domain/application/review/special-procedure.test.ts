import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { committedDue, decisionDue, stepDue } from '../../deadline/clocks.ts'
import { CLERK, OTHER_REVIEWER, PARTNER_REVIEWER } from '../../testing/actors.ts'
import { factsWith, guideOf, ITEM, JOINT } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, lived, lodged } from '../../testing/live.ts'
import {
  accept,
  beginProcedure,
  endProcedure,
  extend,
  grant,
  receive,
  review,
} from '../../testing/orders.ts'
import { SPECIAL_PROCEDURES } from '../application.ts'

const FACTS = factsWith(ABA_CALENDAR)
const GUIDE = guideOf(ITEM)
/** Accepted on Monday 2 March, due on the 30th, promised for the 16th. */
const ACCEPTED = [receive('2026-03-02T09:00'), accept('2026-03-02T10:00')]
const RUNNING = lived(FACTS, ...ACCEPTED, beginProcedure('2026-03-12T09:00'))

describe('a special procedure (art. 45)', () => {
  test.each(SPECIAL_PROCEDURES)('%s pauses the clocks', (kind) => {
    const paused = given(lived(FACTS, ...ACCEPTED), FACTS).when(
      beginProcedure('2026-03-12T09:00', { kind, days: 15 }),
    )
    paused.thenEvents([{ type: 'ClockPaused', kind, estimatedDays: 15 }])
    expect(decisionDue(paused.application(), GUIDE, ABA_CALENDAR)).toMatchObject({
      state: 'paused',
      remaining: 12,
      procedure: kind,
    })
  })

  test.each(['site-visit', 'publicity', 'waiting-for-signature', ''])(
    '%s is none, and pauses nothing',
    (kind) => {
      given(lived(FACTS, ...ACCEPTED), FACTS)
        .when(beginProcedure('2026-03-12T09:00', { kind }))
        .thenForbidden('not-a-special-procedure')
    },
  )

  test('one at a time', () => {
    given(RUNNING, FACTS)
      .when(beginProcedure('2026-03-13T09:00', { kind: 'expert-review' }))
      .thenForbidden('procedure-already-running')
  })

  test('begins on the due day at the latest', () => {
    const history = lived(FACTS, ...ACCEPTED)
    given(history, FACTS).when(beginProcedure('2026-03-30T23:59')).thenStatus('accepted')
    given(history, FACTS)
      .when(beginProcedure('2026-03-31T00:00'))
      .thenForbidden('procedure-too-late')
  })

  test.each(['received', 'granted', 'refused', 'archived'] as const)(
    'not while %s: only accepted and undecided',
    (status) => {
      given(lifeTo(status, FACTS), FACTS)
        .when(beginProcedure('2026-03-09T16:00'))
        .thenForbidden('action-not-allowed')
    },
  )

  test('is the lead department’s, not a partner’s, another’s or the window’s', () => {
    const joint = factsWith(ABA_CALENDAR, JOINT)
    for (const by of [PARTNER_REVIEWER, OTHER_REVIEWER, CLERK])
      given(lived(joint, ...ACCEPTED), joint)
        .when(beginProcedure('2026-03-12T09:00', { by }))
        .thenForbidden('not-your-department')
  })

  test('moves both limits and the step by its working days', () => {
    const ended = lodged(
      lived(
        FACTS,
        ...ACCEPTED,
        beginProcedure('2026-03-04T09:00'),
        endProcedure('2026-03-11T09:00'),
      ),
    )
    expect(decisionDue(ended, GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-04-07' })
    expect(committedDue(ended, GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-03-23' })
    expect(stepDue(ended, GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-03-16' })
  })

  test('ends once', () => {
    given(RUNNING, FACTS)
      .when(endProcedure('2026-03-20T09:00'))
      .thenEvents([{ type: 'ClockResumed', kind: 'hearing' }])
    given(lived(FACTS, ...ACCEPTED), FACTS)
      .when(endProcedure('2026-03-20T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('is over before the decision', () => {
    const reviewed = lived(
      FACTS,
      ...ACCEPTED,
      review('2026-03-03T09:00'),
      beginProcedure('2026-03-12T09:00'),
    )
    given(reviewed, FACTS).when(grant('2026-03-13T09:00')).thenForbidden('action-not-allowed')
  })

  test('does not keep the head from extending in the meantime', () => {
    given(RUNNING, FACTS)
      .when(extend('2026-05-06T09:00'))
      .thenEvents([{ type: 'DeadlineExtended', days: 10 }])
  })

  test('a second one may follow the first', () => {
    const again = lived(
      FACTS,
      ...ACCEPTED,
      beginProcedure('2026-03-04T09:00'),
      endProcedure('2026-03-11T09:00'),
      beginProcedure('2026-03-11T10:00', { kind: 'testing' }),
      endProcedure('2026-03-13T09:00'),
    )
    expect(decisionDue(lodged(again), GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-04-09' })
  })
})

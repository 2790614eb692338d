import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { committedDue, decisionDue } from '../../deadline/clocks.ts'
import {
  CITIZEN,
  CLERK,
  DECIDER,
  GOVERNMENT_HEAD,
  HEAD,
  OTHER_HEAD,
  PARTNER_HEAD,
  REVIEWER,
} from '../../testing/actors.ts'
import { factsWith, guideOf, JOINT } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, lived } from '../../testing/live.ts'
import { accept, extend, receive } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const GUIDE = guideOf(FACTS.item)
const TOGETHER = factsWith(ABA_CALENDAR, JOINT)
/** Accepted on Monday 2 March: due on the 30th, joint on 8 May. */
const ACCEPTED = [receive('2026-03-02T09:00'), accept('2026-03-02T10:00')]

describe('extension (art. 42)', () => {
  test('by the department’s head adds 10 working days to the statutory limit alone', () => {
    const extended = given(lived(FACTS, ...ACCEPTED), FACTS).when(extend('2026-03-13T09:00'))
    extended.thenEvents([{ type: 'DeadlineExtended', days: 10, reason: '案情复杂' }])
    const application = extended.application()
    expect(decisionDue(application, GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-04-14' })
    expect(committedDue(application, GUIDE, ABA_CALENDAR)).toMatchObject({ on: '2026-03-16' })
  })

  test('on the due day still, not the day after', () => {
    const history = lived(FACTS, ...ACCEPTED)
    given(history, FACTS).when(extend('2026-03-30T23:59')).thenStatus('accepted')
    given(history, FACTS).when(extend('2026-03-31T00:00')).thenForbidden('extension-too-late')
  })

  test('once', () => {
    const extended = lived(FACTS, ...ACCEPTED, extend('2026-03-27T09:00'))
    given(extended, FACTS).when(extend('2026-04-14T09:00')).thenForbidden('already-extended')
  })

  test.each([
    ['a reviewer', REVIEWER, 'not-department-head'],
    ['the decider', DECIDER, 'not-department-head'],
    ['the government’s head', GOVERNMENT_HEAD, 'not-department-head'],
    ['another department’s head', OTHER_HEAD, 'not-your-department'],
    ['a window clerk', CLERK, 'not-permitted'],
    ['the applicant', CITIZEN, 'not-permitted'],
  ] as const)('is not for %s', (_, by, code) => {
    given(lived(FACTS, ...ACCEPTED), FACTS)
      .when(extend('2026-03-13T09:00', { by }))
      .thenForbidden(code)
  })

  test('of a joint application is the government’s, and adds 15', () => {
    const history = lived(TOGETHER, ...ACCEPTED)
    given(history, TOGETHER)
      .when(extend('2026-05-08T09:00', { by: GOVERNMENT_HEAD }))
      .thenEvents([{ type: 'DeadlineExtended', days: 15 }])
    given(history, TOGETHER)
      .when(extend('2026-05-08T09:00', { by: HEAD }))
      .thenForbidden('needs-government-approval')
    given(history, TOGETHER)
      .when(extend('2026-05-08T09:00', { by: PARTNER_HEAD }))
      .thenForbidden('not-your-department')
  })

  test.each(['received', 'granted', 'refused'] as const)('not while %s', (status) => {
    given(lifeTo(status, FACTS), FACTS)
      .when(extend('2026-03-09T09:00'))
      .thenForbidden('action-not-allowed')
  })
})

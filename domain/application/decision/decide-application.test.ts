import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { issuanceDue } from '../../deadline/clocks.ts'
import {
  CLERK,
  DECIDER,
  HEAD,
  OTHER_HEAD,
  PARTNER_HEAD,
  PARTNER_REVIEWER,
  PARTNER_REVIEWER_2,
  PARTNERS,
  REVIEWER,
} from '../../testing/actors.ts'
import { AT_ONCE, factsWith, JOINT } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, lived } from '../../testing/live.ts'
import { accept, grant, receive, refuse, review } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const TOGETHER = factsWith(ABA_CALENDAR, JOINT)
const IN_REVIEW = lifeTo('in-review', FACTS)
const LEAD_ONLY = [
  receive('2026-03-02T09:00'),
  accept('2026-03-02T10:00'),
  review('2026-03-03T09:00'),
]

describe('review', () => {
  test('keeps each department’s own opinion, and ends when all are in', () => {
    const history = lived(TOGETHER, ...LEAD_ONLY)
    const one = given(history, TOGETHER).when(
      review('2026-03-04T09:00', { by: PARTNER_REVIEWER, outcome: 'fail', opinion: '不同意' }),
    )
    one.thenEvents([{ type: 'ReviewOpinionRecorded', departmentId: PARTNERS[0], outcome: 'fail' }])
    expect(one.application().step).toEqual({ name: 'review', enteredOn: '2026-03-02' })
    const all = lived(TOGETHER, ...LEAD_ONLY, review('2026-03-04T09:00', { by: PARTNER_REVIEWER }))
    const last = given(all, TOGETHER).when(review('2026-03-05T09:00', { by: PARTNER_REVIEWER_2 }))
    expect(last.application().step).toEqual({ name: 'decision', enteredOn: '2026-03-05' })
  })

  test('of an application that is not joint is no partner’s', () => {
    given(IN_REVIEW, FACTS)
      .when(review('2026-03-05T09:00', { by: PARTNER_REVIEWER }))
      .thenForbidden('not-your-department')
  })
})

describe('the decision (art. 38)', () => {
  test('to grant starts the issuance clock of 10 working days', () => {
    const granted = given(IN_REVIEW, FACTS).when(grant('2026-03-24T09:00'))
    granted.thenEvents([{ type: 'LicenceGranted', reason: '符合规定条件' }])
    expect(granted.application()).toMatchObject({
      status: 'granted',
      decision: { outcome: 'grant', on: '2026-03-24', deemed: false },
      step: { name: 'certificate', enteredOn: '2026-03-24' },
    })
    expect(issuanceDue(granted.application(), ABA_CALENDAR)).toMatchObject({ on: '2026-04-08' })
  })

  test('to refuse needs its reasons: 20 characters at least, spaces aside', () => {
    const reason = '一二三四五六七八九十一二三四五六七八九十'
    given(IN_REVIEW, FACTS)
      .when(refuse('2026-03-24T09:00', { reason: `  ${reason.slice(1)}  ` }))
      .thenForbidden({ code: 'reason-too-short', least: 20 })
    given(IN_REVIEW, FACTS)
      .when(refuse('2026-03-24T09:00', { reason }))
      .thenEvents([{ type: 'LicenceRefused', reason }])
  })

  test('counts a rare character as one', () => {
    given(IN_REVIEW, FACTS)
      .when(refuse('2026-03-24T09:00', { reason: '𠮷'.repeat(19) }))
      .thenForbidden('reason-too-short')
    given(IN_REVIEW, FACTS)
      .when(refuse('2026-03-24T09:00', { reason: '𠮷'.repeat(20) }))
      .thenStatus('refused')
  })

  test('late is recorded all the same, beside its red card', () => {
    const late = given(IN_REVIEW, FACTS).when(grant('2026-04-20T09:00')).application()
    expect([late.status, late.cards.map(({ rule }) => rule)]).toEqual([
      'granted',
      ['step-overrun', 'card-unanswered', 'due-soon', 'committed-overrun', 'statutory-overrun'],
    ])
  })

  test('waits for every opinion, and names the departments that owe one', () => {
    const one = lived(TOGETHER, ...LEAD_ONLY, review('2026-03-04T09:00', { by: PARTNER_REVIEWER }))
    given(one, TOGETHER)
      .when(grant('2026-03-05T09:00'))
      .thenForbidden({ code: 'opinions-missing', departments: [PARTNERS[1]] })
  })

  test('of a joint application is the lead’s alone', () => {
    const all = lived(
      TOGETHER,
      ...LEAD_ONLY,
      review('2026-03-04T09:00', { by: PARTNER_REVIEWER }),
      review('2026-03-04T10:00', { by: PARTNER_REVIEWER_2 }),
    )
    given(all, TOGETHER)
      .when(grant('2026-03-05T09:00', { by: PARTNER_HEAD }))
      .thenForbidden('not-your-department')
    given(all, TOGETHER).when(grant('2026-03-05T09:00')).thenStatus('granted')
  })

  test('not before a review', () => {
    given(lifeTo('accepted', FACTS), FACTS)
      .when(grant('2026-03-24T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('of a committed item is not the reviewer’s', () => {
    const reviewed = lived(
      FACTS,
      receive('2026-03-02T09:00'),
      accept('2026-03-02T10:00'),
      review('2026-03-03T09:00', { by: HEAD }),
    )
    given(reviewed, FACTS)
      .when(grant('2026-03-04T09:00', { by: HEAD }))
      .thenForbidden('separation-of-duties')
    const atOnce = factsWith(ABA_CALENDAR, AT_ONCE)
    given(reviewed, atOnce)
      .when(grant('2026-03-04T09:00', { by: HEAD }))
      .thenStatus('granted')
  })

  test('is not for whoever received it, under whatever post', () => {
    const moved = { ...DECIDER, accountId: CLERK.accountId }
    given(IN_REVIEW, FACTS)
      .when(grant('2026-03-04T10:00', { by: moved }))
      .thenForbidden('separation-of-duties')
    given(IN_REVIEW, FACTS)
      .when(review('2026-03-04T10:00', { by: { ...REVIEWER, accountId: CLERK.accountId } }))
      .thenForbidden('separation-of-duties')
  })

  test('is not for a reviewer without the power, nor for another department', () => {
    given(IN_REVIEW, FACTS)
      .when(grant('2026-03-04T10:00', { by: { ...REVIEWER, accountId: DECIDER.accountId } }))
      .thenForbidden('not-permitted')
    given(IN_REVIEW, FACTS)
      .when(grant('2026-03-04T10:00', { by: OTHER_HEAD }))
      .thenForbidden('not-your-department')
  })
})

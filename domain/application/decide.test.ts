import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { THE_LAW } from '../shared/actor.ts'
import {
  CITIZEN,
  CLERK,
  DECIDER,
  HEAD,
  OTHER_CITIZEN,
  OTHER_REVIEWER,
  REVIEWER,
  SEALER,
  SUPERVISOR,
} from '../testing/actors.ts'
import { CHARGED, factsWith } from '../testing/build.ts'
import { given } from '../testing/given.ts'
import { lifeTo, lived, lodged } from '../testing/live.ts'
import {
  accept,
  grant,
  makeCertificate,
  receive,
  refuse,
  requestCorrection,
  review,
  seal,
  theLaw,
  withdraw,
} from '../testing/orders.ts'
import { explainViolation } from './violation-texts.ts'

const FACTS = factsWith(ABA_CALENDAR)
const SAME_PERSON = { accountId: CLERK.accountId }

describe('when several refusals apply, the first of the fixed order is given', () => {
  test('not-your-application before the status', () => {
    given(lifeTo('archived', FACTS), FACTS)
      .when(withdraw('2026-03-10T09:00', { by: OTHER_CITIZEN }))
      .thenForbidden('not-your-application')
  })

  test('only-the-window-accepts before separation of duties', () => {
    given(lifeTo('received', FACTS), FACTS)
      .when(accept('2026-03-03T09:00', { by: { ...REVIEWER, ...SAME_PERSON } }))
      .thenForbidden('only-the-window-accepts')
  })

  test('only-the-window-accepts before training and before an accepted status', () => {
    given(lifeTo('archived', FACTS), { ...FACTS, standing: { postOpen: false, training: [] } })
      .when(accept('2026-03-10T09:00', { by: REVIEWER }))
      .thenForbidden('only-the-window-accepts')
  })

  test('separation of duties before not-your-department', () => {
    given(lifeTo('in-review', FACTS), FACTS)
      .when(grant('2026-03-10T09:00', { by: CLERK }))
      .thenForbidden('separation-of-duties')
    given(lifeTo('in-review', FACTS), FACTS)
      .when(makeCertificate('2026-03-10T09:00', { by: SUPERVISOR }))
      .thenForbidden('separation-of-duties')
  })

  test('not-your-department before not-permitted', () => {
    given(lifeTo('in-review', FACTS), FACTS)
      .when(grant('2026-03-10T09:00', { by: OTHER_REVIEWER }))
      .thenForbidden('not-your-department')
  })

  test('not-permitted before action-not-allowed', () => {
    given(lifeTo('archived', FACTS), FACTS)
      .when(grant('2026-03-10T09:00', { by: { ...REVIEWER, accountId: HEAD.accountId } }))
      .thenForbidden('not-permitted')
  })

  test('action-not-allowed before the rule’s own', () => {
    const charged = factsWith(ABA_CALENDAR, CHARGED)
    given(lifeTo('in-review', charged), charged)
      .when(makeCertificate('2026-03-10T09:00'))
      .thenForbidden('action-not-allowed')
    given(lifeTo('received', FACTS), FACTS)
      .when(refuse('2026-03-03T09:00', { reason: '不行' }))
      .thenForbidden('action-not-allowed')
  })

  test('the clerk’s training before the materials', () => {
    const lacking = lived(FACTS, receive('2026-03-02T09:00', { materials: { 1: 'missing' } }))
    given(lacking, { ...FACTS, standing: { postOpen: true, training: [] } })
      .when(accept('2026-03-03T09:00'))
      .thenForbidden('not-trained-for-item')
  })
})

describe('the one door', () => {
  test('refuses every command on what was never received', () => {
    for (const command of [
      review('2026-03-02T09:00'),
      seal('2026-03-02T09:00'),
      withdraw('2026-03-02T09:00'),
    ])
      given([], FACTS).when(command).thenForbidden('action-not-allowed')
  })

  test('lets nobody act as the law, and the law act as nobody else', () => {
    for (const by of [CLERK, DECIDER, SEALER, SUPERVISOR, CITIZEN]) {
      const { outcome } = given(lifeTo('received', FACTS), FACTS).when(
        theLaw('2026-03-03T09:00', { by }),
      )
      expect(outcome.ok).toBe(false)
    }
    given(lifeTo('received', FACTS), FACTS)
      .when(accept('2026-03-03T09:00', { by: THE_LAW }))
      .thenForbidden('not-permitted')
  })

  test('a refused command leaves the application as it was', () => {
    const history = lifeTo('in-review', FACTS)
    const before = JSON.stringify(lodged(history))
    given(history, FACTS).when(accept('2026-03-05T09:00')).thenForbidden('action-not-allowed')
    expect(JSON.stringify(lodged(history))).toBe(before)
  })

  test('a refusal out of order names the status and what is possible', () => {
    const { outcome } = given(lifeTo('delivered', FACTS), FACTS).when(
      requestCorrection('2026-03-10T09:00'),
    )
    if (outcome.ok) throw new Error('Not refused')
    expect(explainViolation(outcome.violation)).toEqual({
      sentence: '办件当前为“已送达”，不能一次性告知补正。当前可以：归档、吊销、撤销或者注销。',
      article: '阿府办函〔2019〕88号第三部分（二）2',
    })
  })
})

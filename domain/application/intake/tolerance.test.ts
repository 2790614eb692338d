import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { factsWith, LENIENT } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lived } from '../../testing/live.ts'
import {
  accept,
  assess,
  attach,
  FOUR_YES,
  grant,
  receive,
  refuse,
  review,
  supplyTolerated,
} from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR, LENIENT)
const STRICT = factsWith(ABA_CALENDAR)
const MONDAY = '2026-03-02T09:00'
const LACKING = [receive(MONDAY, { materials: { 2: 'missing' } })]
const TOLERATED = [...LACKING, accept('2026-03-02T10:00', { tolerated: [2] })]

describe('tolerant acceptance (容缺受理)', () => {
  test('promises the material within the days of the guide', () => {
    const accepted = given(lived(FACTS, ...LACKING), FACTS).when(
      accept('2026-03-02T10:00', { tolerated: [2] }),
    )
    accepted.thenEvents([
      { type: 'ApplicationAccepted', tolerance: { materials: [2], dueOn: '2026-03-09' } },
    ])
    expect(accepted.application()).toMatchObject({
      status: 'accepted',
      materials: { 2: 'missing' },
      tolerance: { outstanding: [2], promisedOn: '2026-03-02', dueOn: '2026-03-09' },
    })
  })

  test('ends two working days before the committed limit, whatever the guide gives', () => {
    const short = factsWith(ABA_CALENDAR, {
      guide: { ...LENIENT.guide, committedDays: 5 },
    })
    given(lived(short, ...LACKING), short)
      .when(accept('2026-03-02T10:00', { tolerated: [2] }))
      .thenEvents([
        { type: 'ApplicationAccepted', tolerance: { materials: [2], dueOn: '2026-03-05' } },
      ])
  })

  test('is not for a material of which the guide says nothing, nor without naming it', () => {
    given(lived(STRICT, ...LACKING), STRICT)
      .when(accept('2026-03-02T10:00', { tolerated: [2] }))
      .thenForbidden({ code: 'materials-incomplete', materials: [2] })
    given(lived(FACTS, ...LACKING), FACTS)
      .when(accept('2026-03-02T10:00'))
      .thenForbidden({ code: 'materials-incomplete', materials: [2] })
    given(lived(FACTS, ...LACKING), FACTS)
      .when(accept('2026-03-02T10:00', { tolerated: [1, 2] }))
      .thenForbidden({ code: 'not-tolerable', materials: [1] })
  })

  test('stands beside the checks: completeness alone may fail', () => {
    const checked = (over: object) =>
      lived(FACTS, ...LACKING, assess('2026-03-02T09:30', { checks: { ...FOUR_YES, ...over } }))
    given(checked({ complete: false }), FACTS)
      .when(accept('2026-03-02T10:00', { tolerated: [2] }))
      .thenStatus('accepted')
    given(checked({ complete: false, legalForm: false }), FACTS)
      .when(accept('2026-03-02T10:00', { tolerated: [2] }))
      .thenForbidden('checks-not-passed')
  })

  test('lets nothing be granted before the material is in, but may be refused', () => {
    const reviewed = lived(FACTS, ...TOLERATED, review('2026-03-03T09:00'))
    given(reviewed, FACTS)
      .when(grant('2026-03-04T09:00'))
      .thenForbidden({ code: 'tolerated-material-missing', materials: [2] })
    given(reviewed, FACTS).when(refuse('2026-03-04T09:00')).thenStatus('refused')
    const supplied = lived(
      FACTS,
      ...TOLERATED,
      review('2026-03-03T09:00'),
      attach('2026-03-03T15:00', { material: 2 }),
      supplyTolerated('2026-03-03T16:00'),
    )
    given(supplied, FACTS).when(grant('2026-03-04T09:00')).thenStatus('granted')
  })

  test('takes in what was promised and nothing else', () => {
    given(lived(FACTS, ...TOLERATED), FACTS)
      .when(supplyTolerated('2026-03-03T09:00', { materials: [2, 3] }))
      .thenForbidden({ code: 'unknown-material', material: 3 })
    given(lived(STRICT, receive(MONDAY), accept('2026-03-02T10:00')), STRICT)
      .when(supplyTolerated('2026-03-03T09:00'))
      .thenForbidden('action-not-allowed')
    given(lived(STRICT, receive(MONDAY), accept('2026-03-02T10:00')), STRICT)
      .when(attach('2026-03-03T09:00'))
      .thenForbidden('action-not-allowed')
  })
})

describe('notification and commitment (告知承诺)', () => {
  test('stands in the place of a material where the guide says so', () => {
    const received = given([], FACTS).when(receive(MONDAY, { materials: { 3: 'promised' } }))
    expect(received.application().materials).toEqual({ 1: 'held', 2: 'held', 3: 'promised' })
    given(lived(FACTS, receive(MONDAY, { materials: { 3: 'promised' } })), FACTS)
      .when(accept('2026-03-02T10:00'))
      .thenStatus('accepted')
    given([], FACTS)
      .when(receive(MONDAY, { materials: { 1: 'promised' } }))
      .thenForbidden({ code: 'commitment-not-allowed', material: 1 })
  })
})

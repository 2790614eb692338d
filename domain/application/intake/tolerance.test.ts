import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { THE_LAW } from '../../shared/actor.ts'
import { at, factsWith, LENIENT } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lived, lodged, waited } from '../../testing/live.ts'
import {
  accept,
  assess,
  attach,
  FOUR_YES,
  grant,
  receive,
  refuse,
  requestTolerated,
  review,
  supplyTolerated,
  terminate,
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

describe('a promise that nobody kept', () => {
  const eventsOf = (history: readonly { type: string }[]) => history.map(({ type }) => type)

  test('is reminded of on the working day before, and lapses at 00:00 after its day, by the law’s hand', () => {
    // Promised until Monday 9 March: Friday 6 March is the working day before.
    expect(eventsOf(waited(lived(FACTS, ...TOLERATED), FACTS, '2026-03-05T23:59'))).not.toContain(
      'ToleranceReminded',
    )
    const late = waited(lived(FACTS, ...TOLERATED), FACTS, '2026-03-10T00:00')
    const falls = late.filter(({ type }) => type.startsWith('Tolerance'))
    expect(falls).toMatchObject([
      { type: 'ToleranceReminded', by: THE_LAW, at: '2026-03-05T16:00:00.000Z' },
      { type: 'ToleranceLapsed', by: THE_LAW, at: '2026-03-09T16:00:00.000Z', materials: [2] },
    ])
    expect(lodged(late)).toMatchObject({
      status: 'accepted',
      tolerance: { remindedOn: '2026-03-06', lapsedOn: '2026-03-10' },
      // Of its own it raises none: the step's limit was overrun the same day.
      cards: [{ rule: 'step-overrun' }],
    })
    expect(
      eventsOf(waited(late, FACTS, '2026-03-11T00:00')).filter((type) =>
        type.startsWith('Tolerance'),
      ),
    ).toHaveLength(2)
  })

  test('is not reminded of when everything came, nor when it was given the day before', () => {
    const supplied = lived(
      FACTS,
      ...TOLERATED,
      attach('2026-03-03T15:00', { material: 2 }),
      supplyTolerated('2026-03-03T16:00'),
    )
    expect(eventsOf(waited(supplied, FACTS, '2026-03-13T00:00'))).not.toContain('ToleranceLapsed')
    const day = factsWith(ABA_CALENDAR, { guide: { ...LENIENT.guide, committedDays: 3 } })
    const short = waited(lived(day, ...TOLERATED), day, '2026-03-04T00:00')
    expect(eventsOf(short)).not.toContain('ToleranceReminded')
    expect(eventsOf(short)).toContain('ToleranceLapsed')
  })

  test('may be asked for, may still be kept, and ends the application only where the guide says so', () => {
    const late = waited(lived(FACTS, ...TOLERATED), FACTS, '2026-03-10T00:00')
    given(lived(FACTS, ...TOLERATED), FACTS)
      .when(requestTolerated('2026-03-03T09:00'))
      .thenForbidden('action-not-allowed')
    const asked = given(late, FACTS).when(requestTolerated('2026-03-10T09:00'))
    expect(asked.application().tolerance?.requests).toMatchObject([{ on: '2026-03-10' }])
    given(late, FACTS).when(supplyTolerated('2026-03-10T10:00')).thenStatus('accepted')
    const end = terminate('2026-03-10T10:00', { ground: 'tolerance-lapsed' })
    given(late, FACTS).when(end).thenForbidden({ code: 'tolerance-consequence-open', said: false })
    const ending = factsWith(ABA_CALENDAR, {
      guide: { ...LENIENT.guide, toleranceLapse: 'terminate' },
    })
    given(late, ending).when(end).thenStatus('terminated')
    given(lived(ending, ...TOLERATED), ending)
      .when({ ...end, at: at('2026-03-03T09:00') })
      .thenForbidden('action-not-allowed')
  })
})

import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CLERK, OTHER_CITIZEN, SUPERVISOR } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn, lodged, waited, type History } from '../../testing/live.ts'
import { followUp, rate } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const DELIVERED = lifeTo('delivered', FACTS)
/** Tuesday 31 March 2026, 15:00; 4 to 6 April are off. */
const BAD = livedOn(DELIVERED, FACTS, rate('2026-03-31T15:00', { grade: 1 }))

const missedOn = (history: History): string | undefined =>
  lodged(waited(history, FACTS, '2026-12-31T00:00')).cards.find(
    ({ rule }) => rule === 'bad-rating-unanswered',
  )?.raisedOn

describe('a rating (好差评)', () => {
  test('answers one service contact, the oldest not yet rated, and each only once', () => {
    const first = given(DELIVERED, FACTS).when(rate('2026-03-31T15:00'))
    first.thenEvents([{ type: 'ServiceRated', contact: 'intake', grade: 5 }])
    const both = livedOn(DELIVERED, FACTS, rate('2026-03-31T15:00'), rate('2026-03-31T15:05'))
    expect(lodged(both).ratings.map(({ contact }) => contact)).toEqual(['intake', 'delivery'])
    given(both, FACTS).when(rate('2026-03-31T15:10')).thenForbidden('already-rated')
  })

  test('is the applicant’s alone', () => {
    given(DELIVERED, FACTS)
      .when(rate('2026-03-31T15:00', { by: CLERK }))
      .thenForbidden('not-permitted')
    given(DELIVERED, FACTS)
      .when(rate('2026-03-31T15:00', { by: OTHER_CITIZEN }))
      .thenForbidden('not-your-application')
    given(DELIVERED, FACTS)
      .when(rate('2026-03-31T15:00', { by: SUPERVISOR }))
      .thenForbidden('separation-of-duties')
  })

  test.each([3, 4, 5] as const)('of %i needs no follow-up', (grade) => {
    const history = livedOn(DELIVERED, FACTS, rate('2026-03-31T15:00', { grade }))
    expect(missedOn(history)).toBeUndefined()
    given(history, FACTS).when(followUp('2026-04-01T09:00')).thenForbidden('nothing-to-answer')
  })
})

describe('a bad rating of Tuesday 31 March', () => {
  test('not answered by 1 April is red from the 2nd, for the Service Centre to answer', () => {
    expect(missedOn(BAD)).toBe('2026-04-02')
    expect(lodged(waited(BAD, FACTS, '2026-04-02T00:00')).cards).toMatchObject([
      { level: 'red', answerableId: 'government-service-centre' },
    ])
  })

  test.each([
    ['contacted: simple, settled by 8 April', 'contacted', '2026-04-09'],
    ['contacted: hard, settled by 22 April', 'hard', '2026-04-23'],
    ['fixed on 1 April: called again by 7 April', 'fixed', '2026-04-08'],
    ['settled', 'satisfied', undefined],
  ])('%s', (_, outcome, missed) => {
    expect(missedOn(livedOn(BAD, FACTS, followUp('2026-04-01T16:00', { outcome })))).toBe(missed)
  })

  test('is settled by the recheck call', () => {
    const settled = livedOn(
      BAD,
      FACTS,
      followUp('2026-04-01T10:00'),
      followUp('2026-04-03T10:00', { outcome: 'fixed' }),
      followUp('2026-04-09T10:00', { outcome: 'satisfied' }),
    )
    expect(missedOn(settled)).toBeUndefined()
    given(settled, FACTS).when(followUp('2026-04-10T10:00')).thenForbidden('nothing-to-answer')
  })

  test('is followed up by the Service Centre, never by who handled the application', () => {
    given(BAD, FACTS)
      .when(followUp('2026-04-01T10:00', { by: CLERK }))
      .thenForbidden('not-permitted')
  })

  test('beside a hard one does not wait for it: who was not called yet comes first', () => {
    const two = livedOn(
      BAD,
      FACTS,
      followUp('2026-04-01T10:00', { outcome: 'hard' }),
      rate('2026-04-02T15:00', { grade: 2 }),
    )
    expect(missedOn(two)).toBe('2026-04-04')
    const answered = livedOn(two, FACTS, followUp('2026-04-03T10:00', { outcome: 'satisfied' }))
    expect(lodged(answered).ratings.map(({ followUps }) => followUps.length)).toEqual([1, 1])
    expect(missedOn(answered)).toBe('2026-04-23')
  })
})

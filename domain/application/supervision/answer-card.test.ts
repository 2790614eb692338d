import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CITIZEN, CLERK, HEAD, OTHER_HEAD, SUPERVISOR } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn, lodged, waited } from '../../testing/live.ts'
import { closeCard, explainCard, grant, review } from '../../testing/orders.ts'
import { openCardsOf, worstCardOf } from '../worst-card.ts'

const FACTS = factsWith(ABA_CALENDAR)
const ACCEPTED = lifeTo('accepted', FACTS)
/** Review entered on 3 March, its five days over on the 10th: yellow on the 11th. */
const YELLOW = waited(ACCEPTED, FACTS, '2026-03-11T08:00')
const EXPLAINED = livedOn(YELLOW, FACTS, explainCard('2026-03-11T09:00'))

describe('a card', () => {
  test('is answered by the body concerned, and waits for the verdict', () => {
    const explained = given(YELLOW, FACTS).when(explainCard('2026-03-11T09:00'))
    explained.thenEvents([{ type: 'CardExplained', rule: 'step-overrun', text: '因人员调整' }])
    expect(explained.application().cards).toMatchObject([
      {
        rule: 'step-overrun',
        explanation: { byName: HEAD.name, on: '2026-03-11' },
        closedOn: null,
      },
    ])
  })

  test('is closed by a supervisor who accepts the explanation, and never deleted', () => {
    const closed = given(EXPLAINED, FACTS).when(closeCard('2026-03-11T15:00'))
    closed.thenEvents([{ type: 'CardClosed', rule: 'step-overrun' }])
    expect(closed.application().cards).toMatchObject([{ closedOn: '2026-03-11' }])
    expect(worstCardOf(closed.application())).toBe('none')
  })

  test('waits for a better answer when the explanation is rejected', () => {
    const rejected = livedOn(EXPLAINED, FACTS, closeCard('2026-03-11T15:00', { accept: false }))
    expect(lodged(rejected).cards).toMatchObject([{ explanation: null, rejectedOn: '2026-03-11' }])
    given(rejected, FACTS).when(explainCard('2026-03-12T09:00')).thenStatus('accepted')
    given(rejected, FACTS).when(closeCard('2026-03-12T09:00')).thenForbidden('nothing-to-answer')
  })

  test('cannot be closed unexplained, nor explained twice', () => {
    given(YELLOW, FACTS).when(closeCard('2026-03-11T09:00')).thenForbidden('nothing-to-answer')
    given(EXPLAINED, FACTS).when(explainCard('2026-03-11T10:00')).thenForbidden('nothing-to-answer')
  })

  test('that was never raised cannot be answered', () => {
    given(ACCEPTED, FACTS).when(explainCard('2026-03-04T09:00')).thenForbidden('nothing-to-answer')
    given(YELLOW, FACTS)
      .when(explainCard('2026-03-11T09:00', { rule: 'statutory-overrun' }))
      .thenForbidden('nothing-to-answer')
  })

  test('is not for outsiders to explain, nor for anybody but a supervisor to close', () => {
    const tried = (by: typeof CLERK) =>
      given(YELLOW, FACTS).when(explainCard('2026-03-11T09:00', { by }))
    tried(CLERK).thenStatus('accepted')
    tried(OTHER_HEAD).thenForbidden('not-your-department')
    tried(CITIZEN).thenForbidden('not-permitted')
    tried(SUPERVISOR).thenForbidden('separation-of-duties')
    given(EXPLAINED, FACTS)
      .when(closeCard('2026-03-11T15:00', { by: HEAD }))
      .thenForbidden('not-permitted')
  })

  test('one rule or all that wait, as asked', () => {
    const two = waited(ACCEPTED, FACTS, '2026-03-17T08:00')
    expect(lodged(two).cards.map(({ rule }) => rule)).toEqual([
      'step-overrun',
      'due-soon',
      'card-unanswered',
    ])
    given(two, FACTS)
      .when(explainCard('2026-03-17T09:00', { rule: 'due-soon' }))
      .thenEvents([{ type: 'CardExplained', rule: 'due-soon' }])
    given(two, FACTS)
      .when(explainCard('2026-03-17T09:00'))
      .thenEvents([
        { type: 'CardExplained', rule: 'step-overrun' },
        { type: 'CardExplained', rule: 'due-soon' },
        { type: 'CardExplained', rule: 'card-unanswered' },
      ])
  })
})

describe('the worst open card', () => {
  test('is red before yellow before the warning', () => {
    const worst = (until: string) => worstCardOf(lodged(waited(ACCEPTED, FACTS, until)))
    expect([
      worst('2026-03-10T23:59'),
      worst('2026-03-11T00:00'),
      worst('2026-04-01T00:00'),
    ]).toEqual(['none', 'yellow', 'red'])
  })

  test('a warning is no longer open once decided', () => {
    const quick = livedOn(ACCEPTED, FACTS, review('2026-03-10T09:00'))
    const warned = waited(
      quick,
      factsWith(ABA_CALENDAR, { guide: { committedDays: 6 } }),
      '2026-03-11T08:00',
    )
    expect(worstCardOf(lodged(warned))).toBe('warning')
    const decided = livedOn(warned, FACTS, grant('2026-03-11T09:00'))
    expect([worstCardOf(lodged(decided)), openCardsOf(lodged(decided))]).toEqual(['none', []])
    expect(lodged(decided).cards).toHaveLength(1)
  })
})

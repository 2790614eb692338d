import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import type { ApplicationFacts } from '../facts.ts'
import { factsWith, JOINT, PROVINCIAL } from '../../testing/build.ts'
import { lifeTo, lived, livedOn, lodged, waited, type History } from '../../testing/live.ts'
import {
  accept,
  beginProcedure,
  confirmDelivery,
  endProcedure,
  explainCard,
  closeCard,
  extend,
  grant,
  issue,
  makeCertificate,
  post,
  receive,
  review,
} from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
/** Accepted on Monday 2 March: promised for the 16th, due on the 30th. */
const ACCEPTED = lived(FACTS, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))

/** Every card with its level, its day and the body that has to answer, in the order raised. */
function cardsOf(
  history: History,
  facts: ApplicationFacts = FACTS,
  until = '2026-12-31',
): string[] {
  return lodged(waited(history, facts, `${until}T00:00`)).cards.map(
    ({ rule, level, raisedOn }) => `${raisedOn} ${level} ${rule}`,
  )
}

describe('cards that time alone raises (§6)', () => {
  test('for an accepted application that nobody touches, each at its own midnight and once', () => {
    expect(cardsOf(ACCEPTED)).toEqual([
      '2026-03-10 yellow step-overrun',
      '2026-03-13 warning due-soon',
      '2026-03-14 red card-unanswered',
      '2026-03-17 yellow committed-overrun',
      '2026-03-31 red statutory-overrun',
    ])
  })

  test('name the fact and the department, and no officer when the law raised them', () => {
    expect(lodged(waited(ACCEPTED, FACTS, '2026-03-31T00:00')).cards.at(-1)).toMatchObject({
      fact: expect.stringContaining('超过法定办理期限'),
      answerableId: 'culture-tourism',
      officerName: null,
    })
  })

  test('not one minute before midnight', () => {
    const last = waited(ACCEPTED, FACTS, '2026-03-30T23:59')
    expect(lodged(last).cards.map(({ rule }) => rule)).not.toContain('statutory-overrun')
  })

  test('a step’s limit runs for each step anew, in the hands of who holds it', () => {
    const certified = lifeTo('certified', FACTS)
    expect(cardsOf(lifeTo('granted', FACTS))).toEqual([
      '2026-03-10 yellow step-overrun',
      '2026-03-14 red card-unanswered',
      '2026-03-19 red issuance-overrun',
    ])
    expect(cardsOf(certified)).toEqual(['2026-03-19 red issuance-overrun'])
    const lettered = lodged(waited(lifeTo('lettered', FACTS), FACTS, '2026-03-07T00:00'))
    expect(lettered.cards).toMatchObject([
      { rule: 'step-overrun', raisedOn: '2026-03-07', answerableId: 'approval-bureau' },
    ])
  })

  test('the province’s time is not a step of ours', () => {
    const provincial = factsWith(ABA_CALENDAR, PROVINCIAL)
    expect(cardsOf(lifeTo('granted', provincial), provincial)).toEqual([
      '2026-03-19 red issuance-overrun',
    ])
  })

  test('a committed limit that ends with the statutory one raises the red card alone', () => {
    const facts = factsWith(ABA_CALENDAR, { guide: { committedDays: 20 } })
    expect(cardsOf(ACCEPTED, facts)).toEqual([
      '2026-03-10 yellow step-overrun',
      '2026-03-14 red card-unanswered',
      '2026-03-27 warning due-soon',
      '2026-03-31 red statutory-overrun',
    ])
  })

  test('a pause holds every limit back; its days do not count', () => {
    const open = livedOn(ACCEPTED, FACTS, beginProcedure('2026-03-04T09:00'))
    expect(cardsOf(open)).toEqual([])
    const ended = livedOn(open, FACTS, endProcedure('2026-03-11T09:00'))
    expect(cardsOf(ended)).toEqual([
      '2026-03-17 yellow step-overrun',
      '2026-03-20 warning due-soon',
      '2026-03-21 red card-unanswered',
      '2026-03-24 yellow committed-overrun',
      '2026-04-08 red statutory-overrun',
    ])
  })

  test('an extension moves the red card, not the promise', () => {
    const extended = livedOn(ACCEPTED, FACTS, extend('2026-03-09T09:00'))
    expect(cardsOf(extended).slice(-2)).toEqual([
      '2026-03-17 yellow committed-overrun',
      '2026-04-15 red statutory-overrun',
    ])
  })

  test('45 working days for joint handling', () => {
    const joint = factsWith(ABA_CALENDAR, JOINT)
    const life = lived(joint, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))
    expect(cardsOf(life, joint).at(-1)).toBe('2026-05-09 red statutory-overrun')
  })

  test('the decision stops the limits, delivery or posting the issuance', () => {
    const decided = livedOn(ACCEPTED, FACTS, review('2026-03-03T09:00'), grant('2026-03-04T09:00'))
    expect(cardsOf(livedOn(decided, FACTS, makeCertificate('2026-03-04T10:00')))).toEqual([
      '2026-03-19 red issuance-overrun',
    ])
    const sealed = lifeTo('sealed', FACTS)
    expect(cardsOf(livedOn(sealed, FACTS, post('2026-03-18T17:00')))).toEqual([])
    expect(cardsOf(livedOn(sealed, FACTS, issue('2026-03-18T17:00')))).toEqual([
      '2026-03-19 red issuance-overrun',
    ])
    expect(
      cardsOf(
        livedOn(sealed, FACTS, issue('2026-03-18T17:00'), confirmDelivery('2026-03-18T17:05')),
      ),
    ).toEqual([])
  })

  test('issuance overrun at the window is the centre’s', () => {
    const late = lodged(waited(lifeTo('sealed', FACTS), FACTS, '2026-03-19T00:00'))
    expect(late.cards).toMatchObject([{ answerableId: 'approval-service-centre' }])
  })
})

describe('a yellow card', () => {
  test('answered within 3 working days stays yellow', () => {
    const answered = livedOn(ACCEPTED, FACTS, explainCard('2026-03-13T23:00'))
    expect(cardsOf(answered, FACTS, '2026-03-17')).not.toContain('2026-03-14 red card-unanswered')
  })

  test('rejected has 3 working days more', () => {
    const rejected = livedOn(
      ACCEPTED,
      FACTS,
      explainCard('2026-03-10T09:00'),
      closeCard('2026-03-12T09:00', { accept: false }),
    )
    expect(cardsOf(rejected, FACTS, '2026-03-18')).toContain('2026-03-18 red card-unanswered')
  })
})

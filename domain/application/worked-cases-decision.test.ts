import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import {
  GOVERNMENT_HEAD,
  PARTNER_REVIEWER,
  PARTNER_REVIEWER_2,
  SEALER,
  SEALER_2,
} from '../testing/actors.ts'
import { factsWith, JOINT, PROVINCIAL } from '../testing/build.ts'
import { given } from '../testing/given.ts'
import { lived, livedOn, lodged, waited, type History } from '../testing/live.ts'
import {
  accept,
  archive,
  beginProcedure,
  confirmDelivery,
  endProcedure,
  extend,
  followUp,
  grant,
  issue,
  makeCertificate,
  post,
  rate,
  receive,
  receiveProvincial,
  refuse,
  returnLetter,
  review,
  seal,
  sendLetter,
} from '../testing/orders.ts'
import type { ApplicationFacts } from './facts.ts'
import { rulesOf, shownDue } from '../testing/shown.ts'

// Cases worked out by hand from acceptance to delivery, with every date the law gives them.
const FACTS = factsWith(ABA_CALENDAR)
const LATER = '2027-01-31T00:00'
const due = (
  clock: Parameters<typeof shownDue>[0],
  history: History,
  facts: ApplicationFacts = FACTS,
): string => shownDue(clock, history, facts)

describe('SC-06 the seal before the letter', () => {
  const DECIDED = [
    receive('2026-03-02T09:00'),
    accept('2026-03-02T10:00'),
    review('2026-03-04T09:00'),
  ]
  const MADE = lived(
    FACTS,
    ...DECIDED,
    grant('2026-03-05T09:00'),
    makeCertificate('2026-03-05T10:00'),
  )

  test('no letter, another certificate, three statements, a refusal, a used letter', () => {
    const lettered = livedOn(MADE, FACTS, sendLetter('2026-03-05T11:00'))
    given(MADE, FACTS).when(seal('2026-03-06T09:00')).thenForbidden('letter-missing')
    given(livedOn(lettered, FACTS, makeCertificate('2026-03-06T08:00')), FACTS)
      .when(seal('2026-03-06T09:00'))
      .thenForbidden('hash-mismatch')
    given(MADE, FACTS)
      .when(sendLetter('2026-03-06T09:00', { statements: ['procedure-lawful'] }))
      .thenForbidden('letter-incomplete')
    given(lived(FACTS, ...DECIDED, refuse('2026-03-05T09:00')), FACTS)
      .when(seal('2026-03-06T09:00'))
      .thenForbidden('action-not-allowed')
    given(livedOn(lettered, FACTS, seal('2026-03-06T09:00')), FACTS)
      .when(seal('2026-03-06T10:00', { by: SEALER_2 }))
      .thenForbidden('action-not-allowed')
  })
})

describe('SC-07 extension after the deadline', () => {
  const ACCEPTED = lived(FACTS, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))

  test('on 31 March it is too late; red from that day (§6), and the late decision stands', () => {
    given(ACCEPTED, FACTS).when(extend('2026-03-31T09:00')).thenForbidden('extension-too-late')
    expect(rulesOf(waited(ACCEPTED, FACTS, '2026-03-31T00:00'))).toContain('statutory-overrun')
    const late = livedOn(ACCEPTED, FACTS, review('2026-03-31T10:00'))
    given(late, FACTS).when(grant('2026-04-02T09:00')).thenStatus('granted')
  })

  test('on 27 March it makes 14 April, once', () => {
    const extended = livedOn(ACCEPTED, FACTS, extend('2026-03-27T09:00'))
    expect(due('decision', extended)).toBe('2026-04-14')
    given(extended, FACTS).when(extend('2026-04-14T09:00')).thenForbidden('already-extended')
  })
})

describe('SC-08 joint review', () => {
  const joint = factsWith(ABA_CALENDAR, JOINT)
  const ACCEPTED = lived(joint, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))

  test('due on 8 May, and on 28 May when the government extends', () => {
    expect(due('decision', ACCEPTED, joint)).toBe('2026-05-08')
    given(ACCEPTED, joint)
      .when(extend('2026-05-06T09:00'))
      .thenForbidden('needs-government-approval')
    const extended = livedOn(ACCEPTED, joint, extend('2026-05-06T09:00', { by: GOVERNMENT_HEAD }))
    expect(due('decision', extended, joint)).toBe('2026-05-28')
  })

  test('silence is no consent: the lead decides when all have spoken', () => {
    const lead = livedOn(ACCEPTED, joint, review('2026-03-10T09:00'))
    given(lead, joint).when(grant('2026-05-08T09:00')).thenForbidden('opinions-missing')
    const all = livedOn(
      lead,
      joint,
      review('2026-03-11T09:00', { by: PARTNER_REVIEWER }),
      review('2026-03-12T09:00', { by: PARTNER_REVIEWER_2 }),
    )
    given(all, joint).when(grant('2026-03-13T09:00')).thenStatus('granted')
  })
})

test('SC-09 a hearing from 12 March to 10 April moves 30 March to 28 April, and the promise as much', () => {
  const accepted = lived(FACTS, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))
  const open = livedOn(accepted, FACTS, beginProcedure('2026-03-12T09:00'))
  expect(due('decision', open)).toBe('paused')
  const ended = livedOn(open, FACTS, endProcedure('2026-04-10T17:00'))
  expect([due('decision', ended), due('committed', ended)]).toEqual(['2026-04-28', '2026-04-14'])
})

test('SC-10 the province’s certificate comes back and is handed out: no letter, no seal of the Bureau', () => {
  const provincial = factsWith(ABA_CALENDAR, PROVINCIAL)
  const accepted = lived(provincial, receive('2026-03-02T09:00'), accept('2026-03-02T10:00'))
  expect(due('decision', accepted, provincial)).toBe('2026-03-30')
  const granted = livedOn(
    accepted,
    provincial,
    review('2026-03-20T09:00'),
    grant('2026-03-25T09:00'),
  )
  for (const command of [seal('2026-03-26T09:00'), sendLetter('2026-03-26T09:00')])
    given(granted, provincial).when(command).thenForbidden('action-not-allowed')
  const archived = livedOn(
    granted,
    provincial,
    receiveProvincial('2026-04-07T09:00'),
    issue('2026-04-08T09:00'),
    confirmDelivery('2026-04-08T09:05'),
    archive('2026-04-08T10:00'),
  )
  expect(lodged(archived)).toMatchObject({
    status: 'archived',
    letter: null,
    certificate: { hash: '' },
  })
  expect(rulesOf(archived)).not.toContain('issuance-overrun')
})

describe('SC-14 a courier’s return', () => {
  const SEALED = lived(
    FACTS,
    receive('2026-03-16T09:00'),
    accept('2026-03-16T10:00'),
    review('2026-03-20T09:00'),
    grant('2026-03-24T09:00'),
    makeCertificate('2026-03-25T09:00'),
    sendLetter('2026-03-25T10:00'),
    seal('2026-03-25T14:00'),
  )
  const POSTED = livedOn(SEALED, FACTS, post('2026-04-07T16:00'))
  const returned = { proof: null, returned: true }

  test('posted on 7 April it was in time; returned on the 14th it is to be issued again', () => {
    expect(due('issuance', SEALED)).toBe('2026-04-08')
    expect(rulesOf(waited(POSTED, FACTS, '2026-04-14T00:00'))).toEqual([])
    const back = livedOn(POSTED, FACTS, confirmDelivery('2026-04-14T09:00', returned))
    expect(lodged(back)).toMatchObject({ status: 'sealed', issuance: null, delivery: null })
    const fetched = livedOn(
      back,
      FACTS,
      issue('2026-04-15T09:00'),
      confirmDelivery('2026-04-15T09:05'),
    )
    expect(lodged(fetched).delivery).toEqual({ on: '2026-04-15', proof: 'signature' })
  })
})

test('SC-15 a bad rating of 31 March: contact by 1 April, simple by the 8th, hard by the 22nd', () => {
  const delivered = lived(
    FACTS,
    receive('2026-03-02T09:00'),
    accept('2026-03-02T10:00'),
    rate('2026-03-31T15:00', { grade: 1 }),
  )
  const missedOn = (history: History): string | undefined =>
    lodged(waited(history, FACTS, LATER)).cards.find(({ rule }) => rule === 'bad-rating-unanswered')
      ?.raisedOn
  const called = (outcome: string): History =>
    livedOn(delivered, FACTS, followUp('2026-04-01T09:00', { outcome }))
  expect([missedOn(delivered), missedOn(called('contacted')), missedOn(called('hard'))]).toEqual([
    '2026-04-02',
    '2026-04-09',
    '2026-04-23',
  ])
})

test('SC-18 a letter returned for a defect: a new one follows, delivery stays due on 8 April', () => {
  const lettered = lived(
    FACTS,
    receive('2026-03-16T09:00'),
    accept('2026-03-16T10:00'),
    review('2026-03-20T09:00'),
    grant('2026-03-24T09:00'),
    makeCertificate('2026-03-24T15:00'),
    sendLetter('2026-03-25T09:00'),
  )
  const returned = livedOn(lettered, FACTS, returnLetter('2026-03-26T09:00'))
  given(returned, FACTS).when(seal('2026-03-26T10:00')).thenForbidden('letter-missing')
  const again = livedOn(
    returned,
    FACTS,
    makeCertificate('2026-03-26T11:00', { until: '2027-03-23' }),
    sendLetter('2026-03-26T14:00'),
  )
  expect([due('issuance', lettered), due('issuance', again)]).toEqual(['2026-04-08', '2026-04-08'])
  given(again, FACTS)
    .when(seal('2026-03-27T09:00', { by: SEALER }))
    .thenStatus('sealed')
})

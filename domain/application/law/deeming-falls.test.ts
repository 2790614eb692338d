import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { decisionDue, stepDue } from '../../deadline/clocks.ts'
import { THE_LAW } from '../../shared/actor.ts'
import { at, factsWith, guideOf, ITEM, renewable } from '../../testing/build.ts'
import { byLawUntil, lived, livedOn, lodged, waited, type History } from '../../testing/live.ts'
import {
  accept,
  beginProcedure,
  grant,
  makeCertificate,
  receive,
  requestCorrection,
  review,
  supplyCorrection,
  withdraw,
} from '../../testing/orders.ts'
import { decide } from '../decide.ts'
import { nextFall } from './next-fall.ts'

const FACTS = factsWith(ABA_CALENDAR)
const RECEIVED = lived(FACTS, receive('2026-03-02T09:00'))
const typesOf = (history: History): string[] => history.map(({ type }) => type)

describe('deemed acceptance (art. 32)', () => {
  test('not in the last second of the fifth working day, at 00:00 of the next calendar day', () => {
    expect(byLawUntil(RECEIVED, FACTS, at('2026-03-09T23:59'))).toEqual(RECEIVED)
    expect(waited(RECEIVED, FACTS, '2026-03-10T00:00').slice(1)).toMatchObject([
      {
        type: 'ApplicationDeemedAccepted',
        by: THE_LAW,
        at: '2026-03-09T16:00:00.000Z',
        on: '2026-03-02',
      },
      { type: 'CardRaised', rule: 'deemed-acceptance', level: 'red' },
    ])
  })

  test('counts back to the day of receipt; the review is entered the day it is recorded', () => {
    const application = lodged(byLawUntil(RECEIVED, FACTS, at('2026-03-12T08:00'), 'at the end'))
    expect(application).toMatchObject({
      status: 'accepted',
      acceptance: { on: '2026-03-02', recordedOn: '2026-03-12', deemed: true },
      step: { name: 'review', enteredOn: '2026-03-12' },
      cards: [{ answerableId: 'approval-service-centre' }],
    })
    expect(decisionDue(application, guideOf(ITEM), ABA_CALENDAR)).toMatchObject({
      on: '2026-03-30',
    })
    expect(stepDue(application, guideOf(ITEM), ABA_CALENDAR)).toMatchObject({ on: '2026-03-19' })
  })

  test('falls on a day off too: the sixth day is a calendar day', () => {
    const friday = lived(FACTS, receive('2026-03-06T09:00'))
    expect(lodged(waited(friday, FACTS, '2026-03-14T00:00')).status).toBe('accepted')
    expect(lodged(waited(friday, FACTS, '2026-03-13T23:59')).status).toBe('received')
  })

  test('after corrections counts back to the day they were in', () => {
    const corrected = lived(
      FACTS,
      receive('2026-03-02T09:00', { materials: { 2: 'missing' } }),
      requestCorrection('2026-03-04T09:00'),
      supplyCorrection('2026-03-18T09:00'),
    )
    expect(lodged(waited(corrected, FACTS, '2026-03-25T23:59')).status).toBe('received')
    expect(lodged(waited(corrected, FACTS, '2026-03-26T00:00')).acceptance).toEqual({
      on: '2026-03-18',
      recordedOn: '2026-03-26',
      deemed: true,
    })
  })

  test('never while the applicant corrects, nor after the window accepted', () => {
    const asked = livedOn(RECEIVED, FACTS, requestCorrection('2026-03-09T16:50'))
    expect(typesOf(waited(asked, FACTS, '2026-04-30T00:00'))).not.toContain(
      'ApplicationDeemedAccepted',
    )
    const accepted = livedOn(RECEIVED, FACTS, accept('2026-03-09T16:50'))
    expect(typesOf(waited(accepted, FACTS, '2026-04-30T00:00'))).not.toContain(
      'ApplicationDeemedAccepted',
    )
  })

  test('incomplete materials do not hinder it', () => {
    const lacking = lived(FACTS, receive('2026-03-02T09:00', { materials: { 1: 'missing' } }))
    expect(lodged(waited(lacking, FACTS, '2026-03-10T00:00')).status).toBe('accepted')
  })
})

describe('deemed renewal (art. 50)', () => {
  const facts = factsWith(ABA_CALENDAR, renewable('2026-04-10'))
  const renews = renewable('2026-04-10').renewed.applicationId
  const protectedLife = lived(
    facts,
    receive('2026-03-02T09:00', { renews }),
    accept('2026-03-05T09:00'),
  )

  test('at 24:00 of the day the old certificate expires, with a red card for the department', () => {
    expect(lodged(waited(protectedLife, facts, '2026-04-10T23:59')).status).toBe('accepted')
    const renewed = waited(protectedLife, facts, '2026-04-11T00:00')
    expect(renewed.slice(-2)).toMatchObject([
      { type: 'LicenceDeemedRenewed', at: '2026-04-10T16:00:00.000Z', on: '2026-04-10' },
      { type: 'CardRaised', rule: 'deemed-renewal', level: 'red', answerableId: 'culture-tourism' },
    ])
    expect(lodged(renewed)).toMatchObject({
      status: 'granted',
      decision: { outcome: 'grant', on: '2026-04-10', deemed: true },
    })
  })

  test('what the law decided is not overdue at the same midnight', () => {
    const short = lived(
      facts,
      receive('2026-03-02T09:00', { renews, materials: { 2: 'missing' } }),
      requestCorrection('2026-03-04T09:00'),
      supplyCorrection('2026-03-19T09:00'),
      accept('2026-03-20T09:00'),
    )
    expect(decisionDue(lodged(short), guideOf(ITEM), ABA_CALENDAR)).toMatchObject({
      on: '2026-04-10',
    })
    const rules = lodged(waited(short, facts, '2026-04-11T00:00')).cards.map(({ rule }) => rule)
    expect(rules).toContain('deemed-renewal')
    expect(rules).not.toContain('statutory-overrun')
  })

  test('does not wait for a special procedure, which ends with it', () => {
    const paused = livedOn(protectedLife, facts, beginProcedure('2026-03-09T09:00'))
    expect(lodged(waited(paused, facts, '2026-04-11T00:00'))).toMatchObject({
      status: 'granted',
      pauses: [{ begunOn: '2026-03-09', endedOn: '2026-04-11' }],
    })
  })

  test('not when it was decided in time', () => {
    const decided = livedOn(
      protectedLife,
      facts,
      review('2026-03-09T09:00'),
      grant('2026-03-10T09:00'),
    )
    expect(typesOf(waited(decided, facts, '2026-12-31T00:00'))).not.toContain(
      'LicenceDeemedRenewed',
    )
  })

  test('not for an application that came less than 30 days before expiry', () => {
    const late = factsWith(ABA_CALENDAR, renewable('2026-03-31'))
    const life = lived(late, receive('2026-03-02T09:00', { renews }), accept('2026-03-05T09:00'))
    expect(lodged(life).renewal?.protected).toBe(false)
    expect(typesOf(waited(life, late, '2026-06-30T00:00'))).not.toContain('LicenceDeemedRenewed')
  })

  test('goes on to a certificate like any grant', () => {
    const renewed = waited(protectedLife, facts, '2026-04-11T00:00')
    const made = lodged(
      livedOn(renewed, facts, makeCertificate('2026-04-13T09:00', { years: null })),
    )
    expect(made.certificate).toMatchObject({ validFrom: '2026-04-10', validUntil: '2027-04-09' })
  })
})

describe('reminders to correct', () => {
  const asked = livedOn(RECEIVED, FACTS, requestCorrection('2026-03-04T09:00'))

  test('go out on day 15 and day 30, and no more', () => {
    const reminders = waited(asked, FACTS, '2026-12-31T00:00').filter(
      ({ type }) => type === 'ApplicantReminded',
    )
    expect(reminders).toMatchObject([
      { days: 15, at: '2026-03-18T16:00:00.000Z' },
      { days: 30, at: '2026-04-02T16:00:00.000Z' },
    ])
  })

  test('stop when the applicant corrects or withdraws', () => {
    const withdrawn = livedOn(asked, FACTS, withdraw('2026-03-20T09:00'))
    expect(
      typesOf(waited(withdrawn, FACTS, '2026-12-31T00:00')).filter(
        (type) => type === 'ApplicantReminded',
      ),
    ).toHaveLength(1)
  })
})

describe('the law', () => {
  test('does the earliest thing due, and nothing that lies later than it is asked for', () => {
    const application = lodged(RECEIVED)
    const fall = nextFall(application, FACTS)
    expect(fall?.at).toBe('2026-03-09T16:00:00.000Z')
    const early = { type: 'ApplyLaw', by: THE_LAW, recordedAt: at('2026-03-09T12:00') } as const
    expect(decide({ ...early, at: at('2026-03-09T12:00') }, application, FACTS)).toEqual({
      ok: true,
      events: [],
    })
  })

  test('writes nothing before the last event, even if it fell due earlier', () => {
    const late = lived(
      { ...FACTS, calendar: ABA_CALENDAR },
      receive('2026-03-02T09:00'),
      accept('2026-03-02T10:00'),
    )
    const noticed: History = [
      ...late,
      {
        type: 'NoticeSigned',
        by: THE_LAW,
        at: at('2026-03-20T10:00'),
        noticeId: 'n',
        kind: 'acceptance-notice',
        number: '',
        sha256: '',
      },
    ]
    const after = waited(noticed, FACTS, '2026-03-20T11:00').slice(noticed.length)
    expect(after.length).toBeGreaterThan(0)
    expect(after.every((event) => event.at === at('2026-03-20T10:00'))).toBe(true)
  })

  test('leaves nothing to do when it has been applied', () => {
    const applied = waited(RECEIVED, FACTS, '2026-12-31T00:00')
    expect(waited(applied, FACTS, '2026-12-31T00:00')).toEqual(applied)
    expect(nextFall(lodged(applied), FACTS)).toBeNull()
  })
})

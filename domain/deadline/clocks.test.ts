import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR as CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { Application, Decision, Issuance, Renewal } from '../application/application.ts'
import type { AccountId } from '../shared/ids.ts'
import { acceptanceDue, committedDue, decisionDue, issuanceDue, stepDue } from './clocks.ts'
import { accepted, date, GUIDE, hearing, received } from './testing/lodged.ts'

const runs = (on: string): object => ({ state: 'running', on, provisional: false })
const NONE = { state: 'none' }
const grant = (on: string): Decision => ({
  outcome: 'grant',
  on: date(on),
  by: 'a' as AccountId,
  byName: '示例',
  reason: '',
  deemed: false,
})

describe('the acceptance clock (art. 32)', () => {
  test('ends on the fifth working day after receipt', () => {
    expect(acceptanceDue(received('2026-03-02'), CALENDAR)).toEqual(runs('2026-03-09'))
    expect(acceptanceDue(received('2026-09-18'), CALENDAR)).toEqual(runs('2026-09-24'))
  })

  test('starts again when all corrections are in', () => {
    const corrected = received('2026-03-02', { correctedOn: date('2026-03-18') })
    expect(acceptanceDue(corrected, CALENDAR)).toEqual(runs('2026-03-25'))
  })

  test('does not run once the window has accepted', () => {
    expect(acceptanceDue(accepted('2026-03-02'), CALENDAR)).toEqual(NONE)
    expect(acceptanceDue({ status: 'not-lodged' }, CALENDAR)).toEqual(NONE)
  })
})

describe('the decision clock (arts. 42, 45, 50)', () => {
  test('ends on the twentieth working day after acceptance, the committed one on the tenth', () => {
    const application = accepted('2026-03-02')
    expect(decisionDue(application, GUIDE, CALENDAR)).toEqual(runs('2026-03-30'))
    expect(committedDue(application, GUIDE, CALENDAR)).toEqual(runs('2026-03-16'))
  })

  test('joint handling has 45 working days, 60 when the government extends', () => {
    const joint = { ...GUIDE, statutoryDays: 45 }
    const extension = { on: date('2026-05-07'), days: 15, reason: '案情复杂' }
    expect(decisionDue(accepted('2026-03-02'), joint, CALENDAR)).toEqual(runs('2026-05-08'))
    expect(decisionDue(accepted('2026-03-02', { extension }), joint, CALENDAR)).toEqual(
      runs('2026-05-28'),
    )
  })

  test('stands still while a hearing is open, and says what remains', () => {
    const application = accepted('2026-05-06', { pauses: [hearing('2026-05-11', null)] })
    const paused = { state: 'paused', since: '2026-05-11', procedure: 'hearing' }
    expect(decisionDue(application, GUIDE, CALENDAR)).toEqual({ ...paused, remaining: 16 })
    expect(committedDue(application, GUIDE, CALENDAR)).toEqual({ ...paused, remaining: 6 })
  })

  test('moves by the working days of a hearing that ended', () => {
    const pauses = [hearing('2026-05-11', '2026-05-20')]
    const application = accepted('2026-05-06', { pauses })
    expect(decisionDue(application, GUIDE, CALENDAR)).toEqual(runs('2026-06-11'))
    const long = accepted('2026-03-02', { pauses: [hearing('2026-03-12', '2026-04-10')] })
    expect(decisionDue(long, GUIDE, CALENDAR)).toEqual(runs('2026-04-28'))
  })

  test('does not count two overlapping procedures twice', () => {
    const pauses = [hearing('2026-05-13', '2026-05-20'), hearing('2026-05-11', '2026-05-15')]
    expect(decisionDue(accepted('2026-05-06', { pauses }), GUIDE, CALENDAR)).toEqual(
      runs('2026-06-11'),
    )
  })

  test('an extension adds ten working days to the statutory limit only', () => {
    const application = accepted('2026-05-06', {
      pauses: [hearing('2026-05-11', '2026-05-20')],
      extension: { on: date('2026-06-11'), days: 10, reason: '案情复杂' },
    })
    expect(decisionDue(application, GUIDE, CALENDAR)).toEqual(runs('2026-06-26'))
    expect(committedDue(application, GUIDE, CALENDAR)).toEqual(runs('2026-05-28'))
  })

  test('a protected renewal is decided before the certificate expires', () => {
    const renewal = (expiresOn: string, guarded: boolean): Renewal => ({
      certificateOf: '019a0000-0000-7000-8000-000000000001' as Renewal['certificateOf'],
      expiresOn: date(expiresOn),
      protected: guarded,
    })
    const due = (expiresOn: string, guarded: boolean): object =>
      decisionDue(accepted('2026-07-20', { renewal: renewal(expiresOn, guarded) }), GUIDE, CALENDAR)
    expect(due('2026-08-31', true)).toEqual(runs('2026-08-17'))
    expect(due('2026-08-15', true)).toEqual(runs('2026-08-15'))
    expect(due('2026-08-15', false)).toEqual(runs('2026-08-17'))
  })

  test('the expiry of a protected renewal does not wait for a hearing', () => {
    const application = accepted('2026-07-20', {
      pauses: [hearing('2026-07-22', null)],
      renewal: {
        certificateOf: '019a0000-0000-7000-8000-000000000001' as Renewal['certificateOf'],
        expiresOn: date('2026-08-31'),
        protected: true,
      },
    })
    expect(decisionDue(application, GUIDE, CALENDAR)).toMatchObject({
      state: 'paused',
      noLaterThan: '2026-08-31',
    })
  })

  test('is provisional once it reaches a year that is not announced', () => {
    expect(decisionDue(accepted('2026-12-14'), GUIDE, CALENDAR)).toEqual({
      state: 'running',
      on: '2027-01-12',
      provisional: true,
    })
  })

  test('stops with the decision', () => {
    const acceptance = { on: date('2026-03-02'), recordedOn: date('2026-03-02'), deemed: false }
    const decision = grant('2026-03-24')
    const granted: Application = {
      ...accepted('2026-03-02'),
      status: 'granted',
      acceptance,
      decision,
    }
    expect(decisionDue(granted, GUIDE, CALENDAR)).toEqual(NONE)
    expect(committedDue(granted, GUIDE, CALENDAR)).toEqual(NONE)
    expect(decisionDue(received('2026-03-02'), GUIDE, CALENDAR)).toEqual(NONE)
  })
})

describe('the issuance clock (art. 44)', () => {
  const decided = {
    ...accepted('2026-03-02'),
    acceptance: { on: date('2026-03-02'), recordedOn: date('2026-03-02'), deemed: false },
    decision: grant('2026-03-24'),
  }
  const issued = (by: Issuance['by']): Application => ({
    ...decided,
    status: 'issued',
    issuance: { by, tracking: null, on: date('2026-04-01') },
  })

  test('gives ten working days from the decision', () => {
    expect(issuanceDue({ ...decided, status: 'granted' }, CALENDAR)).toEqual(runs('2026-04-08'))
    expect(issuanceDue({ ...decided, status: 'refused' }, CALENDAR)).toEqual(runs('2026-04-08'))
  })

  test('is met by posting; a certificate waiting for pickup still runs', () => {
    expect(issuanceDue(issued('courier'), CALENDAR)).toEqual(NONE)
    expect(issuanceDue(issued('pickup'), CALENDAR)).toEqual(runs('2026-04-08'))
  })

  test('does not run before the decision nor after the delivery', () => {
    const delivered: Application = {
      ...decided,
      status: 'delivered',
      issuance: { by: 'pickup', tracking: null, on: date('2026-04-01') },
      delivery: { on: date('2026-04-02'), proof: 'signature' },
    }
    expect(issuanceDue(delivered, CALENDAR)).toEqual(NONE)
    expect(issuanceDue(accepted('2026-03-02'), CALENDAR)).toEqual(NONE)
  })
})

describe('the step clock', () => {
  test('gives the guide’s working days from the day the step was entered', () => {
    expect(stepDue(accepted('2026-03-02'), GUIDE, CALENDAR)).toEqual(runs('2026-03-09'))
    expect(stepDue(accepted('2026-03-02', { step: null }), GUIDE, CALENDAR)).toEqual(NONE)
  })

  test('leaves out only the part of a hearing that fell into the step', () => {
    const step = { name: 'decision', enteredOn: date('2026-05-14') } as const
    const pauses = [hearing('2026-05-11', '2026-05-20')]
    const within = accepted('2026-05-06', { pauses })
    expect(stepDue(within, GUIDE, CALENDAR)).toEqual(runs('2026-05-21'))
    expect(stepDue(accepted('2026-05-06', { pauses, step }), GUIDE, CALENDAR)).toEqual(
      runs('2026-05-25'),
    )
    const after = { ...step, enteredOn: date('2026-05-20') }
    expect(stepDue(accepted('2026-05-06', { pauses, step: after }), GUIDE, CALENDAR)).toEqual(
      runs('2026-05-25'),
    )
  })

  test('stands still while a hearing is open', () => {
    const application = accepted('2026-05-06', { pauses: [hearing('2026-05-11', null)] })
    expect(stepDue(application, GUIDE, CALENDAR)).toEqual({
      state: 'paused',
      since: '2026-05-11',
      remaining: 1,
      procedure: 'hearing',
    })
  })
})

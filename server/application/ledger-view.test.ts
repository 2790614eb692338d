import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { Decision, LodgedApplication } from '../../domain/application/application.ts'
import { accepted, date, GUIDE } from '../../domain/deadline/testing/lodged.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import { ledgerView } from './ledger-view.ts'

const GRANTED: Decision = {
  outcome: 'grant',
  on: date('2026-11-23'),
  by: 'decider' as AccountId,
  byName: '张某某',
  reason: '',
  deemed: false,
}
const CLOSED = { on: date('2026-11-20'), reason: '', ground: null }

const decided = (over: Partial<LodgedApplication>): LodgedApplication =>
  accepted('2026-11-16', { closure: null, decision: GRANTED, ...over })
const endOf = (application: LodgedApplication) => {
  const view = ledgerView(application, GUIDE, ABA_CALENDAR, date('2026-12-30'))
  return [view?.clock, view?.endedOn, view?.endedBy]
}

describe('the day the clock shown stopped', () => {
  test('is none while the result lies in the house, or waits to be collected', () => {
    const issuance = { by: 'pickup', tracking: null, on: date('2026-12-01') } as const
    expect(endOf(decided({}))).toEqual(['issuance', null, null])
    expect(endOf(decided({ issuance }))).toEqual(['issuance', null, null])
  })
  test('is the day of delivery for a result collected', () => {
    const issuance = { by: 'pickup', tracking: null, on: date('2026-12-01') } as const
    const delivery = { on: date('2026-12-03'), proof: 'signature' } as const
    expect(endOf(decided({ issuance, delivery }))).toEqual(['issuance', '2026-12-03', 'delivered'])
  })
  test('is the day of posting for a result sent by courier, also after it has arrived', () => {
    const issuance = { by: 'courier', tracking: 'SF0001', on: date('2026-12-01') } as const
    const delivery = { on: date('2026-12-03'), proof: 'courier' } as const
    const posted = ['issuance', '2026-12-01', 'posted']
    expect(endOf(decided({ issuance }))).toEqual(posted)
    expect(endOf(decided({ issuance, delivery }))).toEqual(posted)
  })
  test('is the day an accepted application was withdrawn or terminated', () => {
    const closed = accepted('2026-11-16', { closure: CLOSED })
    expect(endOf({ ...closed, closure: CLOSED, status: 'withdrawn' })).toEqual([
      'decision',
      '2026-11-20',
      'withdrawn',
    ])
    expect(endOf({ ...closed, closure: CLOSED, status: 'terminated' })).toEqual([
      'decision',
      '2026-11-20',
      'terminated',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { THE_LAW } from '../shared/actor.ts'
import { at, factsWith } from '../testing/build.ts'
import { lifeTo, lived, lodged, STATUSES } from '../testing/live.ts'
import { receive } from '../testing/orders.ts'
import { CITIZEN } from '../testing/actors.ts'
import { NOT_LODGED } from './application.ts'
import type { NoticeSigned } from './events.ts'
import { applicationFrom, evolve } from './evolve.ts'
import { movesVersion } from './moves-version.ts'

const FACTS = factsWith(ABA_CALENDAR)
const SIGNED: NoticeSigned = {
  type: 'NoticeSigned',
  by: THE_LAW,
  at: at('2026-03-10T09:00'),
  noticeId: 'notice',
  kind: 'receipt-slip',
  number: '示例〔2026〕1号',
  sha256: 'ab'.repeat(32),
}

describe('a history', () => {
  test.each(STATUSES)('leads to %s', (status) => {
    expect(lodged(lifeTo(status, FACTS)).status).toBe(status)
  })

  test('begins with the receipt: nothing else can come first', () => {
    expect(applicationFrom([])).toEqual(NOT_LODGED)
    expect(() => evolve(NOT_LODGED, SIGNED)).toThrow('begins with ApplicationReceived')
  })

  test('a promise of the status that the history does not keep is a bug, and throws', () => {
    const received = lodged(lifeTo('received', FACTS))
    expect(() => evolve(received, { ...SIGNED, type: 'ApplicationArchived' })).toThrow(
      'A received application has no acceptance',
    )
  })

  test('a record moves the clock of the trail, nothing else, and nobody’s version', () => {
    const delivered = lodged(lifeTo('delivered', FACTS))
    expect(evolve(delivered, SIGNED)).toEqual({ ...delivered, movedAt: SIGNED.at })
    expect(movesVersion(SIGNED)).toBe(false)
    expect(lifeTo('archived', FACTS).every(movesVersion)).toBe(true)
  })

  test('remembers who had which side in hand', () => {
    expect(lodged(lifeTo('granted', FACTS)).hands).toEqual({
      received: ['account-窗口甲', 'account-窗口甲'],
      reviewed: ['account-审核甲'],
      decided: ['account-决定某某'],
    })
    const online = lived(FACTS, receive('2026-03-02T09:00', { by: CITIZEN, channel: 'portal' }))
    expect(lodged(online).hands.received).toEqual([])
  })
})

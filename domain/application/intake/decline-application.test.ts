import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { REVIEWER } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn } from '../../testing/live.ts'
import { decline, supplyCorrection } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const RECEIVED = lifeTo('received', FACTS)
const ASKED = lifeTo('awaiting-correction', FACTS)
const SUPPLIED = livedOn(ASKED, FACTS, supplyCorrection('2026-03-18T09:00'))
const GROUNDS = ['licence-not-required', 'out-of-jurisdiction', 'false-material'] as const

describe('non-acceptance (art. 32)', () => {
  test.each(GROUNDS)('is lawful on the ground %s, and ends the application', (ground) => {
    const declined = given(RECEIVED, FACTS).when(decline('2026-03-03T09:00', { ground }))
    declined.thenEvents([{ type: 'ApplicationDeclined', ground }])
    expect(declined.application()).toMatchObject({
      status: 'declined',
      closure: { on: '2026-03-03', ground },
    })
  })

  test.each(GROUNDS)('stays possible on the ground %s when all was supplied', (ground) => {
    given(SUPPLIED, FACTS).when(decline('2026-03-19T09:00', { ground })).thenStatus('declined')
  })

  test('not for want of a correction that nobody asked for', () => {
    given(RECEIVED, FACTS)
      .when(decline('2026-03-03T09:00', { ground: 'not-corrected' }))
      .thenForbidden('correction-not-asked')
  })

  test('not while the applicant has time to correct: no statute limits it', () => {
    given(ASKED, FACTS)
      .when(decline('2026-04-20T09:00', { ground: 'not-corrected' }))
      .thenForbidden('no-limit-to-correct')
  })

  test('not when everything asked was supplied: it must be accepted', () => {
    given(SUPPLIED, FACTS)
      .when(decline('2026-03-19T09:00', { ground: 'not-corrected' }))
      .thenForbidden('must-accept-after-correction')
  })

  test('not by the department, and not by an untrained clerk', () => {
    given(RECEIVED, FACTS)
      .when(decline('2026-03-03T09:00', { by: REVIEWER }))
      .thenForbidden('not-permitted')
    given(RECEIVED, { ...FACTS, standing: { postOpen: true, training: [] } })
      .when(decline('2026-03-03T09:00'))
      .thenForbidden('not-trained-for-item')
  })
})

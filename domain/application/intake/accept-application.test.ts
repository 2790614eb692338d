import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CLERK_2, DECIDER, OTHER_REVIEWER, REVIEWER } from '../../testing/actors.ts'
import { factsWith, SUSPENDED } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lived } from '../../testing/live.ts'
import {
  accept,
  assess,
  attach,
  FOUR_YES,
  receive,
  requestCorrection,
  supplyCorrection,
} from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const RECEIVED = lived(FACTS, receive('2026-03-02T09:00'))
const LACKING = lived(
  FACTS,
  receive('2026-03-02T09:00', { materials: { 2: 'missing', 3: 'missing' } }),
)

describe('acceptance (art. 32)', () => {
  test('is dated the day the window accepts, and opens the review', () => {
    const accepted = given(RECEIVED, FACTS).when(accept('2026-03-04T10:00', { by: CLERK_2 }))
    accepted.thenEvents([{ type: 'ApplicationAccepted' }])
    expect(accepted.application()).toMatchObject({
      status: 'accepted',
      acceptance: { on: '2026-03-04', recordedOn: '2026-03-04', deemed: false },
      step: { name: 'review', enteredOn: '2026-03-04' },
      hands: { received: [RECEIVED[0]?.by.accountId, CLERK_2.accountId] },
    })
  })

  test('is still the window’s on the whole fifth working day', () => {
    given(RECEIVED, FACTS).when(accept('2026-03-09T23:59')).thenStatus('accepted')
  })

  test.each([
    ['the item’s own reviewer', REVIEWER],
    ['its decider', DECIDER],
    ['another department', OTHER_REVIEWER],
  ])('is not for %s: only the window accepts', (_, by) => {
    given(RECEIVED, FACTS)
      .when(accept('2026-03-03T10:00', { by }))
      .thenForbidden('only-the-window-accepts')
  })

  test('needs a clerk trained for the item', () => {
    given(RECEIVED, { ...FACTS, standing: { postOpen: true, training: ['etiquette'] } })
      .when(accept('2026-03-03T10:00'))
      .thenForbidden('not-trained-for-item')
  })

  test('waits for the materials, and names those that lack', () => {
    given(LACKING, FACTS)
      .when(accept('2026-03-03T10:00'))
      .thenForbidden({ code: 'materials-incomplete', materials: [2, 3] })
  })

  test('waits for the four checks where they were answered', () => {
    const checks = { ...FOUR_YES, legalForm: false }
    const failed = lived(FACTS, receive('2026-03-02T09:00'), assess('2026-03-02T09:10', { checks }))
    given(failed, FACTS).when(accept('2026-03-02T09:20')).thenForbidden('checks-not-passed')
  })

  test('must follow when all that was asked is in, whatever else nobody asked for', () => {
    const corrected = lived(
      FACTS,
      receive('2026-03-02T09:00', { materials: { 2: 'missing', 3: 'missing' } }),
      requestCorrection('2026-03-04T09:00', { materials: [2] }),
      supplyCorrection('2026-03-18T09:00', { materials: [2] }),
    )
    given(corrected, FACTS).when(accept('2026-03-18T10:00')).thenStatus('accepted')
  })

  test('is not given twice', () => {
    const accepted = lived(FACTS, receive('2026-03-02T09:00'), accept('2026-03-03T10:00'))
    given(accepted, FACTS).when(accept('2026-03-03T10:01')).thenForbidden({
      code: 'action-not-allowed',
      action: 'AcceptApplication',
      status: 'accepted',
    })
  })

  test('of a suspended item on which the citizen insisted is the window’s as any other', () => {
    const suspended = factsWith(ABA_CALENDAR, SUSPENDED)
    const insisted = lived(suspended, receive('2026-03-02T09:00', { insist: true }))
    given(insisted, suspended).when(accept('2026-03-03T10:00')).thenStatus('accepted')
  })
})

describe('what can be mended on the spot', () => {
  test('is mended by the next assessment, and then accepted', () => {
    const mended = lived(
      FACTS,
      receive('2026-03-02T09:00', { materials: { 1: 'defective' } }),
      assess('2026-03-02T09:10', { materials: { 1: 'held' } }),
    )
    given(mended, FACTS).when(accept('2026-03-02T09:20')).thenStatus('accepted')
  })

  test('an assessment or a file of a material that the guide does not have is refused', () => {
    given(RECEIVED, FACTS)
      .when(assess('2026-03-02T09:10', { materials: { 8: 'held' } }))
      .thenForbidden({ code: 'unknown-material', material: 8 })
    given(RECEIVED, FACTS)
      .when(attach('2026-03-02T09:10', { material: 8 }))
      .thenForbidden({ code: 'unknown-material', material: 8 })
  })

  test('a file is kept by its hash, with the moment it came', () => {
    const { files } = given(RECEIVED, FACTS).when(attach('2026-03-02T09:10')).application()
    expect(files).toMatchObject([
      { material: 1, sha256: 'ab'.repeat(32), at: '2026-03-02T01:10:00.000Z' },
    ])
  })
})

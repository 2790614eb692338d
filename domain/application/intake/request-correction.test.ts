import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { acceptanceDue } from '../../deadline/clocks.ts'
import { CLERK, REVIEWER } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lived, lodged } from '../../testing/live.ts'
import { assess, receive, requestCorrection, supplyCorrection } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const LACKING = [receive('2026-03-02T09:00', { materials: { 1: 'missing', 2: 'missing' } })]
const ASKED = lived(FACTS, ...LACKING, requestCorrection('2026-03-04T09:00', { materials: [1, 2] }))
const SUPPLIED = lived(
  FACTS,
  ...LACKING,
  requestCorrection('2026-03-04T09:00', { materials: [1, 2] }),
  supplyCorrection('2026-03-18T09:00', { materials: [1, 2] }),
)

describe('correction, asked once and for everything (art. 32)', () => {
  test('stops the acceptance clock', () => {
    const asked = given(lived(FACTS, ...LACKING), FACTS).when(requestCorrection('2026-03-09T16:50'))
    asked.thenEvents([{ type: 'CorrectionRequested', materials: [2] }])
    asked.thenStatus('awaiting-correction')
    expect(acceptanceDue(asked.application(), ABA_CALENDAR)).toEqual({ state: 'none' })
  })

  test('may only repeat what the first request named', () => {
    given(SUPPLIED, FACTS)
      .when(requestCorrection('2026-03-19T09:00', { materials: [1, 3] }))
      .thenForbidden({ code: 'correction-must-be-complete-at-once', asked: [1, 2] })
    given(SUPPLIED, FACTS)
      .when(requestCorrection('2026-03-19T09:00', { materials: [2] }))
      .thenStatus('awaiting-correction')
  })

  test('the first list stays the measure also of a third request', () => {
    const twice = lived(
      FACTS,
      ...LACKING,
      requestCorrection('2026-03-04T09:00', { materials: [1, 2] }),
      supplyCorrection('2026-03-18T09:00', { materials: [1, 2] }),
      requestCorrection('2026-03-19T09:00', { materials: [2] }),
      supplyCorrection('2026-03-23T09:00', { materials: [2] }),
    )
    given(twice, FACTS)
      .when(requestCorrection('2026-03-24T09:00', { materials: [1] }))
      .thenStatus('awaiting-correction')
  })

  test('is too late once the law has accepted', () => {
    given(lived(FACTS, ...LACKING), FACTS)
      .when(requestCorrection('2026-03-10T09:00'))
      .thenForbidden('correction-window-closed')
  })

  test('beyond the guide gives a red card, naming who asked', () => {
    given(lived(FACTS, ...LACKING), FACTS)
      .when(requestCorrection('2026-03-03T09:00', { materials: [2, 7] }))
      .thenEvents([
        { type: 'CorrectionRequested', materials: [2, 7] },
        {
          type: 'CardRaised',
          rule: 'beyond-the-guide',
          level: 'red',
          officerName: CLERK.name,
          answerableId: 'approval-service-centre',
        },
      ])
  })

  test('is the window’s: the department may not ask', () => {
    given(lived(FACTS, ...LACKING), FACTS)
      .when(requestCorrection('2026-03-03T09:00', { by: REVIEWER }))
      .thenForbidden('not-permitted')
  })

  test('a material found wanting counts as defective until it comes again', () => {
    const found = given(lived(FACTS, receive('2026-03-02T09:00')), FACTS).when(
      requestCorrection('2026-03-03T09:00', { materials: [3] }),
    )
    expect(found.application().materials).toEqual({ 1: 'held', 2: 'held', 3: 'defective' })
  })
})

describe('corrections that come in', () => {
  test('in part are still awaited', () => {
    const part = given(ASKED, FACTS).when(supplyCorrection('2026-03-10T09:00', { materials: [1] }))
    part.thenStatus('awaiting-correction')
    expect(part.application()).toMatchObject({
      correctedOn: null,
      correction: { asked: [1, 2], outstanding: [2] },
    })
  })

  test('in full start the five working days again from that day', () => {
    const application = lodged(SUPPLIED)
    expect(application).toMatchObject({ status: 'received', correctedOn: '2026-03-18' })
    expect(acceptanceDue(application, ABA_CALENDAR)).toMatchObject({ on: '2026-03-25' })
  })

  test('may be what was asked beyond the guide, but nothing that nobody knows', () => {
    const beyond = lived(
      FACTS,
      ...LACKING,
      requestCorrection('2026-03-04T09:00', { materials: [2, 7] }),
    )
    given(beyond, FACTS)
      .when(supplyCorrection('2026-03-10T09:00', { materials: [2, 7] }))
      .thenStatus('received')
    given(ASKED, FACTS)
      .when(supplyCorrection('2026-03-10T09:00', { materials: [1, 9] }))
      .thenForbidden({ code: 'unknown-material', material: 9 })
  })

  test('are assessed afresh: the earlier checks no longer stand', () => {
    const checks = {
      complete: false,
      elementsFilled: true,
      legalForm: true,
      withinJurisdiction: true,
    }
    const history = lived(
      FACTS,
      ...LACKING,
      assess('2026-03-03T09:00', { checks }),
      requestCorrection('2026-03-04T09:00', { materials: [1, 2] }),
      supplyCorrection('2026-03-18T09:00', { materials: [1, 2] }),
    )
    expect(lodged(history).checks).toBeNull()
  })
})

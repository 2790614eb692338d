import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { issuanceDue, stepDue } from '../../deadline/clocks.ts'
import {
  CLERK,
  DECIDER,
  HEAD,
  OTHER_HEAD,
  REVIEWER,
  REVIEWER_2,
  SEALER,
} from '../../testing/actors.ts'
import {
  CROSSED,
  factsWith,
  guideOf,
  ITEM,
  OUTSIDE_SAFETY,
  PROVINCIAL,
} from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn, lodged } from '../../testing/live.ts'
import {
  makeCertificate,
  receiveProvincial,
  returnLetter,
  seal,
  sendLetter,
} from '../../testing/orders.ts'
import { LETTER_STATEMENTS } from '../application.ts'

const FACTS = factsWith(ABA_CALENDAR)
const CERTIFIED = lifeTo('certified', FACTS)
const LETTERED = lifeTo('lettered', FACTS)

describe('the letter (准予许可函)', () => {
  test('binds the certificate’s hash and starts the sealing step', () => {
    const sent = given(CERTIFIED, FACTS).when(sendLetter('2026-03-05T10:00'))
    sent.thenEvents([
      { type: 'SealingLetterSent', certificateHash: lodged(CERTIFIED).certificate?.hash },
    ])
    expect(stepDue(sent.application(), guideOf(ITEM), ABA_CALENDAR)).toMatchObject({
      on: '2026-03-06',
    })
  })

  test.each(LETTER_STATEMENTS)('without the statement %s cannot be sent', (left) => {
    const statements = LETTER_STATEMENTS.filter((statement) => statement !== left)
    given(CERTIFIED, FACTS)
      .when(sendLetter('2026-03-05T10:00', { statements }))
      .thenForbidden({ code: 'letter-incomplete', missing: [left] })
  })

  test('is signed by who may decide', () => {
    given(CERTIFIED, FACTS)
      .when(sendLetter('2026-03-05T10:00', { by: REVIEWER }))
      .thenForbidden('not-permitted')
    given(CERTIFIED, FACTS)
      .when(sendLetter('2026-03-05T10:00', { by: OTHER_HEAD }))
      .thenForbidden('not-your-department')
  })

  test('may be returned with a reason; a new one follows, the issuance clock does not move', () => {
    const returned = given(LETTERED, FACTS).when(returnLetter('2026-03-06T09:00'))
    returned.thenEvents([{ type: 'SealingLetterReturned', reason: '有效期与决定书不一致' }])
    const application = returned.application()
    expect(application.status).toBe('certified')
    expect(issuanceDue(application, ABA_CALENDAR)).toEqual(
      issuanceDue(lodged(LETTERED), ABA_CALENDAR),
    )
    const again = livedOn(
      LETTERED,
      FACTS,
      returnLetter('2026-03-06T09:00'),
      makeCertificate('2026-03-06T10:00'),
      sendLetter('2026-03-06T11:00'),
    )
    given(again, FACTS).when(seal('2026-03-06T12:00')).thenStatus('sealed')
  })
})

describe('the Bureau’s seal', () => {
  test('follows the letter, on the certificate it vouches for', () => {
    given(LETTERED, FACTS)
      .when(seal('2026-03-06T09:00'))
      .thenEvents([
        {
          type: 'SealApplied',
          route: 'bureau',
          certificateHash: lodged(LETTERED).certificate?.hash,
        },
      ])
  })

  test('not without a letter, nor on one that was returned', () => {
    given(CERTIFIED, FACTS).when(seal('2026-03-05T10:00')).thenForbidden('letter-missing')
    const returned = livedOn(LETTERED, FACTS, returnLetter('2026-03-06T09:00'))
    given(returned, FACTS).when(seal('2026-03-06T10:00')).thenForbidden('letter-missing')
  })

  test('not on a certificate made anew after the letter', () => {
    const changed = livedOn(
      LETTERED,
      FACTS,
      makeCertificate('2026-03-06T09:00', { content: '另一内容' }),
    )
    given(changed, FACTS).when(seal('2026-03-06T10:00')).thenForbidden('hash-mismatch')
  })

  test('not on a refusal', () => {
    given(lifeTo('refused', FACTS), FACTS)
      .when(seal('2026-03-06T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('not twice', () => {
    given(lifeTo('sealed', FACTS), FACTS)
      .when(seal('2026-03-06T10:00'))
      .thenForbidden('action-not-allowed')
  })

  test.each([
    ['received', { ...SEALER, accountId: CLERK.accountId }],
    ['reviewed', { ...SEALER, accountId: REVIEWER.accountId }],
    ['decided', { ...SEALER, accountId: DECIDER.accountId }],
  ])('not by whoever %s it', (_, by) => {
    given(LETTERED, FACTS)
      .when(seal('2026-03-06T09:00', { by }))
      .thenForbidden('separation-of-duties')
  })

  test('not by the department', () => {
    given(LETTERED, FACTS)
      .when(seal('2026-03-06T09:00', { by: HEAD }))
      .thenForbidden('not-permitted')
  })

  test('of a × item waits until the mode is recorded', () => {
    const crossed = factsWith(ABA_CALENDAR, CROSSED)
    given(lifeTo('lettered', crossed), crossed)
      .when(seal('2026-03-06T09:00'))
      .thenForbidden('seal-mode-unconfirmed')
    const confirmed = factsWith(ABA_CALENDAR, { ...CROSSED, confirmedSealMode: 'bureau' })
    given(lifeTo('lettered', confirmed), confirmed)
      .when(seal('2026-03-06T09:00'))
      .thenStatus('sealed')
  })
})

describe('the department’s own seal, outside the unified one', () => {
  const own = factsWith(ABA_CALENDAR, OUTSIDE_SAFETY)
  const certified = lifeTo('certified', own)

  test('needs no letter, and none can be sent', () => {
    given(certified, own)
      .when(seal('2026-03-06T09:00', { by: HEAD }))
      .thenEvents([{ type: 'SealApplied', route: 'department' }])
    given(certified, own).when(sendLetter('2026-03-06T09:00')).thenForbidden('action-not-allowed')
  })

  test.each([
    ['who reviewed', REVIEWER, 'separation-of-duties'],
    ['who decided', DECIDER, 'separation-of-duties'],
    ['another department', OTHER_HEAD, 'not-your-department'],
    ['the Bureau', SEALER, 'not-permitted'],
  ] as const)('is not for %s', (_, by, code) => {
    given(certified, own).when(seal('2026-03-06T09:00', { by })).thenForbidden(code)
  })

  test('is for a colleague who did neither', () => {
    given(certified, own)
      .when(seal('2026-03-06T09:00', { by: REVIEWER_2 }))
      .thenStatus('sealed')
  })
})

describe('a result that the province makes', () => {
  const provincial = factsWith(ABA_CALENDAR, PROVINCIAL)
  const granted = lifeTo('granted', provincial)

  test('is recorded when it comes back, without letter or seal of ours', () => {
    const back = given(granted, provincial).when(
      receiveProvincial('2026-04-09T09:00', { until: '2031-04-08' }),
    )
    back.thenEvents([{ type: 'ProvincialResultReceived', certificateNumber: '川示例 0001' }])
    expect(back.application()).toMatchObject({
      status: 'sealed',
      sealing: { route: 'provincial' },
      certificate: { number: '川示例 0001', validUntil: '2031-04-08' },
    })
    given(granted, provincial).when(seal('2026-03-06T09:00')).thenForbidden('action-not-allowed')
  })

  test('is none where the seal is ours', () => {
    given(CERTIFIED, FACTS)
      .when(receiveProvincial('2026-03-06T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('is not another department’s to record', () => {
    given(granted, provincial)
      .when(receiveProvincial('2026-03-06T09:00', { by: OTHER_HEAD }))
      .thenForbidden('not-your-department')
  })
})

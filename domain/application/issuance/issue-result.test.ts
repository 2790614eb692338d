import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { issuanceDue } from '../../deadline/clocks.ts'
import { AGENT, OTHER_REVIEWER, REVIEWER } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn, lodged } from '../../testing/live.ts'
import { archive, confirmDelivery, issue, notifyPickup, post } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const SEALED = lifeTo('sealed', FACTS)
const REFUSED = lifeTo('refused', FACTS)
const ISSUED = lifeTo('issued', FACTS)
const POSTED = livedOn(SEALED, FACTS, post('2026-03-09T11:00'))

describe('issue', () => {
  test.each(['granted', 'certified', 'lettered'] as const)('not while %s: not sealed', (status) => {
    given(lifeTo(status, FACTS), FACTS).when(issue('2026-03-06T11:00')).thenForbidden('not-sealed')
  })

  test('of a refusal needs no seal of the Bureau', () => {
    given(REFUSED, FACTS).when(issue('2026-03-05T09:00')).thenStatus('issued')
  })

  test('to be fetched leaves the clock running; posted stops it', () => {
    expect(issuanceDue(lodged(ISSUED), ABA_CALENDAR)).toMatchObject({ on: '2026-03-18' })
    expect(issuanceDue(lodged(POSTED), ABA_CALENDAR)).toEqual({ state: 'none' })
  })

  test('is the window’s', () => {
    for (const by of [REVIEWER, AGENT])
      given(SEALED, FACTS).when(issue('2026-03-06T11:00', { by })).thenForbidden('not-permitted')
  })

  test('the applicant may be told that it lies ready, again if need be', () => {
    const told = given(livedOn(SEALED, FACTS, notifyPickup('2026-03-06T10:00')), FACTS).when(
      notifyPickup('2026-03-07T10:00'),
    )
    told.thenEvents([{ type: 'ReadyForPickup' }])
    expect(told.application().pickupNotifiedOn).toBe('2026-03-07')
  })
})

describe('delivery', () => {
  test('at the window is proven by the signature, kept as its hash', () => {
    const delivered = given(ISSUED, FACTS).when(confirmDelivery('2026-03-09T12:00'))
    delivered.thenEvents([
      { type: 'ResultDelivered', proof: 'signature', signature: FACTS.sm3('签名笔迹') },
    ])
    expect(delivered.application()).toMatchObject({
      status: 'delivered',
      delivery: { on: '2026-03-09', proof: 'signature' },
      contacts: ['intake', 'delivery'],
    })
  })

  test.each([
    ['nothing', { proof: null }],
    ['a courier’s receipt for what was not posted', { proof: 'courier' as const }],
  ])('at the window is not proven by %s', (_, over) => {
    given(ISSUED, FACTS)
      .when(confirmDelivery('2026-03-09T12:00', over))
      .thenForbidden('no-proof-of-delivery')
  })

  test('by courier is proven by the courier, not by nothing', () => {
    given(POSTED, FACTS)
      .when(confirmDelivery('2026-03-12T12:00', { proof: 'courier', signature: null }))
      .thenEvents([{ type: 'ResultDelivered', proof: 'courier', signature: null }])
    given(POSTED, FACTS)
      .when(confirmDelivery('2026-03-12T12:00', { proof: null }))
      .thenForbidden('no-proof-of-delivery')
  })

  test('a courier’s return reopens issuing, and the clock runs on from the decision', () => {
    const returned = given(POSTED, FACTS).when(
      confirmDelivery('2026-03-16T12:00', { proof: null, returned: true }),
    )
    returned.thenEvents([{ type: 'CourierReturned' }])
    returned.thenStatus('sealed')
    expect(issuanceDue(returned.application(), ABA_CALENDAR)).toMatchObject({ on: '2026-03-18' })
  })

  test('a refusal that comes back is a refusal to hand out again', () => {
    const posted = livedOn(REFUSED, FACTS, post('2026-03-05T09:00'))
    given(posted, FACTS)
      .when(confirmDelivery('2026-03-12T12:00', { returned: true }))
      .thenStatus('refused')
  })

  test('what was handed over does not come back by courier', () => {
    given(ISSUED, FACTS)
      .when(confirmDelivery('2026-03-12T12:00', { returned: true }))
      .thenForbidden('action-not-allowed')
  })
})

describe('the archive', () => {
  test('is the reviewing department’s, once delivered', () => {
    given(lifeTo('delivered', FACTS), FACTS)
      .when(archive('2026-03-09T15:00'))
      .thenStatus('archived')
    given(ISSUED, FACTS).when(archive('2026-03-09T15:00')).thenForbidden('action-not-allowed')
    given(lifeTo('delivered', FACTS), FACTS)
      .when(archive('2026-03-09T15:00', { by: OTHER_REVIEWER }))
      .thenForbidden('not-your-department')
  })

  test('takes a refusal too, without certificate, letter or seal', () => {
    const history = livedOn(
      REFUSED,
      FACTS,
      issue('2026-03-05T09:00'),
      confirmDelivery('2026-03-05T09:05'),
    )
    const archived = given(history, FACTS).when(archive('2026-03-05T10:00')).application()
    expect(archived).toMatchObject({
      status: 'archived',
      certificate: null,
      letter: null,
      sealing: null,
    })
  })
})

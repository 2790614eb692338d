import { describe, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { OTHER_HEAD, SEALER } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn } from '../../testing/live.ts'
import { archive, confirmDelivery, issue, revoke } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)

describe('revocation', () => {
  test.each(['sealed', 'issued', 'delivered', 'archived'] as const)(
    'is possible while %s, and leaves the status',
    (status) => {
      given(lifeTo(status, FACTS), FACTS).when(revoke('2026-06-10T09:00')).thenStatus(status)
    },
  )

  test.each([
    ['penalty', ['bureau']],
    ['withdrawn', []],
    ['annulled', []],
  ] as const)('as %s is copied to %j', (kind, copyTo) => {
    given(lifeTo('archived', FACTS), FACTS)
      .when(revoke('2026-06-10T09:00', { kind }))
      .thenEvents([{ type: 'CertificateRevoked', kind, copyTo }])
  })

  test('happens once', () => {
    const revoked = livedOn(lifeTo('archived', FACTS), FACTS, revoke('2026-06-10T09:00'))
    given(revoked, FACTS)
      .when(revoke('2026-06-11T09:00', { kind: 'annulled' }))
      .thenForbidden('action-not-allowed')
  })

  test('needs a licence: a refusal that was handed out cannot be revoked', () => {
    const refused = livedOn(
      lifeTo('refused', FACTS),
      FACTS,
      issue('2026-03-05T09:00'),
      confirmDelivery('2026-03-05T09:05'),
      archive('2026-03-05T10:00'),
    )
    given(refused, FACTS).when(revoke('2026-06-10T09:00')).thenForbidden('action-not-allowed')
  })

  test('not before the seal', () => {
    given(lifeTo('lettered', FACTS), FACTS)
      .when(revoke('2026-03-06T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('is the item’s department’s', () => {
    for (const by of [OTHER_HEAD, SEALER])
      given(lifeTo('archived', FACTS), FACTS)
        .when(revoke('2026-06-10T09:00', { by }))
        .thenForbidden('not-your-department')
  })
})

import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CLERK, OTHER_REVIEWER, REVIEWER } from '../../testing/actors.ts'
import { CHARGED, factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, livedOn, lodged } from '../../testing/live.ts'
import { grant, makeCertificate, settleFee } from '../../testing/orders.ts'

const FREE = factsWith(ABA_CALENDAR)
const FEE = factsWith(ABA_CALENDAR, CHARGED)
const GRANTED = lifeTo('granted', FEE)

describe('a fee of 100 元 in the guide', () => {
  test('unpaid: no certificate', () => {
    given(GRANTED, FEE)
      .when(makeCertificate('2026-03-05T09:00'))
      .thenForbidden({ code: 'fee-not-settled', amount: 100 })
  })

  test('paid in part: no certificate either', () => {
    const part = livedOn(GRANTED, FEE, settleFee('2026-03-05T08:50', { amount: 60 }))
    given(part, FEE).when(makeCertificate('2026-03-05T09:00')).thenForbidden('fee-not-settled')
  })

  test.each([
    ['paid', { amount: 100 }],
    ['exempted', { amount: 0, exempt: true }],
  ])('%s: the certificate is made', (_, settled) => {
    const paid = livedOn(GRANTED, FEE, settleFee('2026-03-05T08:50', settled))
    given(paid, FEE).when(makeCertificate('2026-03-05T09:00')).thenStatus('certified')
  })

  test('may be paid in parts, before the decision too: together they settle it', () => {
    const paid = livedOn(
      lifeTo('in-review', FEE),
      FEE,
      settleFee('2026-03-04T10:00', { amount: 40 }),
      grant('2026-03-04T14:00'),
      settleFee('2026-03-05T08:50', { amount: 60 }),
    )
    expect(lodged(paid)).toMatchObject({ fee: { paid: 100, exempt: false }, cards: [] })
    given(paid, FEE).when(makeCertificate('2026-03-05T09:00')).thenStatus('certified')
  })

  test('taken beyond it: recorded, with a red card', () => {
    const paid = livedOn(GRANTED, FEE, settleFee('2026-03-05T08:50', { amount: 100 }))
    given(paid, FEE)
      .when(settleFee('2026-03-05T09:00', { amount: 1 }))
      .thenEvents([
        { type: 'FeeSettled' },
        { type: 'CardRaised', rule: 'beyond-the-guide', level: 'red', officerName: REVIEWER.name },
      ])
  })

  test('is the department’s own affair', () => {
    for (const by of [CLERK, OTHER_REVIEWER])
      given(GRANTED, FEE)
        .when(settleFee('2026-03-05T09:00', { by }))
        .thenForbidden('not-your-department')
  })
})

test('where the guide names no fee, any fee gives a red card', () => {
  given(lifeTo('granted', FREE), FREE)
    .when(settleFee('2026-03-05T09:00', { amount: 5 }))
    .thenEvents([{ type: 'FeeSettled' }, { type: 'CardRaised', rule: 'beyond-the-guide' }])
})

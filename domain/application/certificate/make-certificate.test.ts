import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CLERK, OTHER_REVIEWER, SEALER } from '../../testing/actors.ts'
import { factsWith, PROVINCIAL } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo } from '../../testing/live.ts'
import { makeCertificate } from '../../testing/orders.ts'
import type { Certificate } from '../application.ts'

const FACTS = factsWith(ABA_CALENDAR)
const TERM = factsWith(ABA_CALENDAR, { guide: { validityYears: 3 } })
const GRANTED = lifeTo('granted', FACTS)
const made = (
  over: Parameters<typeof makeCertificate>[1],
  facts = FACTS,
  history = GRANTED,
): Certificate | null =>
  given(history, facts).when(makeCertificate('2026-03-06T09:00', over)).application().certificate

describe('the certificate', () => {
  test('runs from the day of the decision to the eve of its anniversary', () => {
    expect(made({ years: 5 })).toMatchObject({
      version: 1,
      number: '513200-20260302-000001-001',
      validFrom: '2026-03-04',
      validUntil: '2031-03-03',
    })
  })

  test('a date wins over years, years over the guide, and without any it has no term', () => {
    expect(made({ years: 5, until: '2026-12-31' })?.validUntil).toBe('2026-12-31')
    expect(made({ years: 1 }, TERM)?.validUntil).toBe('2027-03-03')
    expect(made({ years: null }, TERM)?.validUntil).toBe('2029-03-03')
    expect(made({ years: null })?.validUntil).toBeNull()
  })

  test('made again is a new version with another hash and number', () => {
    const first = made({})
    const again = made({}, FACTS, lifeTo('certified', FACTS))
    expect(again).toMatchObject({ version: 2, number: '513200-20260302-000001-002' })
    expect(again?.hash).not.toBe(first?.hash)
  })

  test('has the SM3 of what it says: any other content, any other hash', () => {
    const hashes = ['一', '二', '三'].map((content) => made({ content })?.hash)
    expect(new Set(hashes).size).toBe(3)
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(made({ content: '一' })?.hash).toBe(hashes[0])
  })

  test('is made by the item’s department alone', () => {
    for (const by of [CLERK, OTHER_REVIEWER, SEALER])
      given(GRANTED, FACTS)
        .when(makeCertificate('2026-03-05T09:00', { by }))
        .thenForbidden('not-your-department')
  })

  test('is not made here where the province makes it', () => {
    const provincial = factsWith(ABA_CALENDAR, PROVINCIAL)
    given(lifeTo('granted', provincial), provincial)
      .when(makeCertificate('2026-03-05T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('is not made of a refusal', () => {
    given(lifeTo('refused', FACTS), FACTS)
      .when(makeCertificate('2026-03-05T09:00'))
      .thenForbidden('action-not-allowed')
  })
})

import { expect, test } from 'vitest'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { checkCreditCode } from '../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../domain/identifiers/id-card.ts'
import { checkPhone } from '../../domain/identifiers/phone.ts'
import { inventedApplicant } from './invented-people.ts'

const HUNDREDS = Array.from({ length: 300 }, (_, index) => index)

test('invented people and enterprises have numbers that pass every check, and names that are nobody’s', () => {
  for (const index of HUNDREDS) {
    const person = inventedApplicant(1, 'person', index)
    expect(checkIdCard(person.identityNumber, '2026-01-01' as LocalDate).ok).toBe(true)
    expect(person.name).toContain('某')
    const company = inventedApplicant(1, 'company', index)
    expect(checkCreditCode(company.identityNumber).ok).toBe(true)
    expect(company.name).toContain('示例')
    expect(checkPhone(company.phone).ok).toBe(true)
  }
})

test('the same seed and number invent the same one', () => {
  expect(inventedApplicant(1, 'person', 7)).toEqual(inventedApplicant(1, 'person', 7))
  expect(inventedApplicant(2, 'person', 7)).not.toEqual(inventedApplicant(1, 'person', 7))
})

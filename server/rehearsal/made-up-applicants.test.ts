import { expect, test } from 'vitest'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { checkCreditCode } from '../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../domain/identifiers/id-card.ts'
import { APPLICANT_NAMES, madeUpApplicant, SOMEBODY_ELSE } from './made-up-applicants.ts'

const TODAY = '2020-01-01' as LocalDate

test('every made-up identity is valid in form, and nobody’s twice', () => {
  const everybody = [...APPLICANT_NAMES.map(madeUpApplicant), SOMEBODY_ELSE]
  for (const { identityType, identityNumber } of everybody) {
    const checked =
      identityType === 'id-card'
        ? checkIdCard(identityNumber, TODAY)
        : checkCreditCode(identityNumber)
    expect(checked).toMatchObject({ ok: true })
  }
  expect(new Set(everybody.map(({ identityNumber }) => identityNumber)).size).toBe(19)
})

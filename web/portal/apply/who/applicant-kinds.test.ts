import { expect, test } from 'vitest'
import { applicantKinds } from './applicant-kinds.ts'

test('an item for enterprises alone is offered to no person, and one for nobody in particular to both', () => {
  expect(applicantKinds(['enterprise'])).toEqual(['company'])
  expect(applicantKinds(['natural-person'])).toEqual(['person'])
  expect(applicantKinds(['natural-person', 'enterprise'])).toEqual(['person', 'company'])
  expect(applicantKinds([])).toEqual(['person', 'company'])
})

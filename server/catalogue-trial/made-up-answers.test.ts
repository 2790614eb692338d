import { expect, test } from 'vitest'
import { ABA_FULL_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import { pathsOf } from '../../domain/catalogue/situation-paths.ts'
import { checkAnswers } from '../../domain/form/check-answers.ts'
import { isMatch } from '../../domain/form/field-pattern.ts'
import { madeUpAnswers } from './made-up-answers.ts'
import { textForPattern } from './text-for-pattern.ts'

test('answers are made up for every shipped form in every situation, and the form finds no fault with them', () => {
  for (const guide of ABA_FULL_GUIDES) {
    const form = ABA_FORMS.find(({ formId }) => formId === guide.formId)
    if (form === undefined) continue
    for (const { answers: situation, end } of pathsOf(guide.questions)) {
      if (end !== 'application') continue
      expect(checkAnswers(form, madeUpAnswers(form, situation), situation)).toEqual([])
    }
  }
})

test.each([
  '^[0-9]{6}$',
  '^(?:是|否)$',
  '^(?:川|藏)[A-Z][A-Z0-9]{5}$',
  '^\\d+\\.\\d{2}$',
  '^\\p{Script=Han}{2,20}$',
  '^SC-?[^a]{3}$',
])('a text is found for the pattern %s', (pattern) => {
  const text = textForPattern(pattern)
  expect(text).toBeDefined()
  expect(isMatch(pattern, text ?? '')).toBe(true)
})

test('a pattern that asks for more than its least gets as much as the field asks', () => {
  expect(textForPattern('^[A-Z]+$', 8)).toHaveLength(8)
  expect(textForPattern('^[0-9]{3}$', 9)).toMatch(/^\d{3}$/)
})

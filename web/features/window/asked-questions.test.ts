import { describe, expect, test } from 'vitest'
import type { SituationQuestion } from '../../../domain/catalogue/situation.ts'
import { askedQuestions, openQuestion, withAnswer } from './asked-questions.ts'

const option = (value: string, next: string | null) => ({ value, label: value, next, stop: null })
const QUESTIONS: readonly SituationQuestion[] = [
  {
    id: 'matter',
    text: '办什么',
    help: null,
    options: [option('new', 'place'), option('end', null)],
  },
  { id: 'place', text: '场所', help: null, options: [option('own', null), option('rented', null)] },
]

describe('The questions at the counter', () => {
  test('come one after the other, as the answers lead', () => {
    expect(askedQuestions(QUESTIONS, {}).map(({ id }) => id)).toEqual(['matter'])
    expect(askedQuestions(QUESTIONS, { matter: 'new' }).map(({ id }) => id)).toEqual([
      'matter',
      'place',
    ])
    expect(openQuestion(QUESTIONS, { matter: 'new' })?.id).toBe('place')
    expect(openQuestion(QUESTIONS, { matter: 'new', place: 'own' })).toBeUndefined()
    expect(openQuestion(QUESTIONS, { matter: 'end' })).toBeUndefined()
  })
  test('forget the answers to which nothing leads any more', () => {
    expect(withAnswer(QUESTIONS, { matter: 'new', place: 'own' }, 'matter', 'end')).toEqual({
      matter: 'end',
    })
  })
  test('of a guide without questions are none', () => {
    expect(openQuestion([], {})).toBeUndefined()
  })
})

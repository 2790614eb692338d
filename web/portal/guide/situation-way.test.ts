import { expect, test } from 'vitest'
import type { SituationQuestion } from '../../../domain/catalogue/situation.ts'
import { wayOf } from './situation-way.ts'

const option = (value: string, next: string | null, stop: string | null = null) => ({
  value,
  label: value,
  next,
  stop,
})
const QUESTIONS: readonly SituationQuestion[] = [
  { id: 'stage', text: '', help: null, options: [option('new', 'place'), option('end', null)] },
  {
    id: 'place',
    text: '',
    help: null,
    options: [option('own', null), option('school', null, '不得设立'), option('again', 'stage')],
  },
]
const ids = (situation: Record<string, string>) =>
  wayOf(QUESTIONS, situation).asked.map(({ id }) => id)

test('one question stands open at a time', () => {
  expect(ids({})).toEqual(['stage'])
  expect(ids({ stage: 'new' })).toEqual(['stage', 'place'])
  expect(ids({ stage: 'end' })).toEqual(['stage'])
})
test('the way is done when nothing more is asked', () => {
  expect(wayOf(QUESTIONS, { stage: 'new' }).done).toBe(false)
  expect(wayOf(QUESTIONS, { stage: 'new', place: 'own' }).done).toBe(true)
})
test('a stop is told and is no end in an application', () =>
  expect(wayOf(QUESTIONS, { stage: 'new', place: 'school' })).toMatchObject({
    stop: '不得设立',
    done: false,
  }))
test('questions that lead back are asked once', () =>
  expect(ids({ stage: 'new', place: 'again' })).toEqual(['stage', 'place']))
test('a guide without questions asks nothing', () =>
  expect(wayOf([], {})).toEqual({ asked: [], stop: null, done: false }))

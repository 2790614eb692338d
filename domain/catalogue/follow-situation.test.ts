import { describe, expect, it } from 'vitest'
import { followSituation, withAnswer } from './follow-situation.ts'
import type { SituationQuestion } from './situation.ts'
import { questionOf } from './testing/sample-guide.ts'

const QUESTIONS: readonly SituationQuestion[] = [
  questionOf('matter', [{ value: 'new', next: 'place' }, { value: 'end' }]),
  questionOf('place', [
    { value: 'own' },
    { value: 'school', stop: '不得设立' },
    { value: 'again', next: 'matter' },
  ]),
]
const follow = (situation: Readonly<Record<string, string>>) => {
  const { asked, open, ...rest } = followSituation(QUESTIONS, situation)
  return { asked: asked.map(({ id }) => id), open: open?.id ?? null, ...rest }
}

describe('the questions of a situation', () => {
  it.each([
    [{}, { asked: ['matter'], open: 'matter' }],
    [{ matter: 'new' }, { asked: ['matter', 'place'], open: 'place', done: false }],
    [
      { matter: 'new', place: 'own' },
      { asked: ['matter', 'place'], open: null, done: true },
    ],
    [{ matter: 'end' }, { asked: ['matter'], open: null, done: true }],
  ])('come one after the other as the answers lead: %j', (situation, way) =>
    expect(follow(situation)).toMatchObject(way),
  )

  it('wait for an answer that they offer', () =>
    expect(follow({ matter: 'dog' })).toMatchObject({ asked: ['matter'], open: 'matter' }))

  it('tell whoever needs no application', () =>
    expect(follow({ matter: 'new', place: 'school' })).toMatchObject({
      open: null,
      stop: '不得设立',
      done: false,
    }))

  it('are asked once where they lead back', () =>
    expect(follow({ matter: 'new', place: 'again' })).toMatchObject({ asked: ['matter', 'place'] }))

  it('name an answer that this way does not ask for', () =>
    expect(follow({ matter: 'end', place: 'own' })).toMatchObject({ extra: 'place' }))

  it('of a guide without questions are none', () =>
    expect(followSituation([], {})).toMatchObject({ asked: [], open: null, done: true }))

  it('forget the answers to which nothing leads any more', () =>
    expect(withAnswer(QUESTIONS, { matter: 'new', place: 'own' }, 'matter', 'end')).toEqual({
      matter: 'end',
    }))
})

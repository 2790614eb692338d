import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followSituation } from './follow-situation.ts'
import { materialsFor } from './materials-for.ts'
import { MOST_PATHS, pathsOf } from './situation-paths.ts'
import { canHold, cyclicQuestions, reachableQuestions } from './situation-reach.ts'
import { holds, type SituationTest } from './situation.ts'
import { questionOf, sampleMaterial } from './testing/sample-guide.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const VALUES = ['x', 'y', 'z']

/** Any graph over five questions: cycles, loose ends and questions that nobody is asked included. */
const anyQuestions = fc
  .tuple(
    ...IDS.map((id) =>
      fc
        .uniqueArray(
          fc.record({
            value: fc.constantFrom(...VALUES),
            next: fc.option(fc.constantFrom(...IDS, 'nowhere'), { nil: null }),
            stop: fc.option(fc.constant('不需要办理本事项'), { nil: null, freq: 5 }),
          }),
          { selector: ({ value }) => value, minLength: 1, maxLength: 3 },
        )
        .map((options) => questionOf(id, options)),
    ),
  )
  .chain((questions) => fc.subarray(questions, { minLength: 1 }))

/** Only later questions follow: no cycles, and every next one is there. */
const soundQuestions = fc.tuple(
  ...IDS.map((id, at) =>
    fc
      .uniqueArray(
        fc.record({
          value: fc.constantFrom(...VALUES),
          next: fc.option(fc.constantFrom(...IDS.slice(at + 1), null), { nil: null }),
          stop: fc.option(fc.constant('不需要办理本事项'), { nil: null, freq: 4 }),
        }),
        { selector: ({ value }) => value, minLength: 1, maxLength: 3 },
      )
      .map((options) =>
        questionOf(
          id,
          options.map((option) => (option.stop === null ? option : { ...option, next: null })),
        ),
      ),
  ),
)

const tests: fc.Arbitrary<SituationTest[]> = fc.array(
  fc.record({
    question: fc.constantFrom(...IDS),
    oneOf: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1 }),
  }),
  { maxLength: 3 },
)

describe('the ways through the questions', () => {
  it('without questions there is one, and it is an application', () => {
    expect(pathsOf([])).toEqual([{ answers: {}, end: 'application', stop: null }])
  })

  it('come in the order of the options, a stop with its words', () => {
    const questions = [
      questionOf('who', [
        { value: 'person', stop: '个人不需要许可，可以直接经营' },
        { value: 'company', next: 'where' },
      ]),
      questionOf('where', [{ value: 'here' }, { value: 'elsewhere' }]),
    ]
    expect(pathsOf(questions)).toEqual([
      { answers: { who: 'person' }, end: 'stop', stop: '个人不需要许可，可以直接经营' },
      { answers: { who: 'company', where: 'here' }, end: 'application', stop: null },
      { answers: { who: 'company', where: 'elsewhere' }, end: 'application', stop: null },
    ])
  })

  it('end, whatever the questions lead to', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const paths = pathsOf(questions)
        expect(paths.length).toBeGreaterThan(0)
        expect(paths.length).toBeLessThanOrEqual(MOST_PATHS)
      }),
    )
  })

  it('are cut short where they double with every question', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      questionOf(`q${at}`, [
        { value: 'x', next: at < 39 ? `q${at + 1}` : null },
        { value: 'y', next: at < 39 ? `q${at + 1}` : null },
      ]),
    )
    expect(pathsOf(many)).toHaveLength(MOST_PATHS)
    expect(canHold(many, [{ question: 'q39', oneOf: ['y'] }])).toBe(true)
  })

  it('meet a cycle exactly where the questions have one', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const hasCycle = pathsOf(questions).some(({ end }) => end === 'cycle')
        expect(cyclicQuestions(questions).length > 0).toBe(hasCycle)
      }),
    )
  })

  it('reach exactly the questions that are called reachable', () => {
    fc.assert(
      fc.property(soundQuestions, (questions) => {
        const asked = new Set(pathsOf(questions).flatMap(({ answers }) => Object.keys(answers)))
        expect([...reachableQuestions(questions)].toSorted()).toEqual([...asked].toSorted())
      }),
    )
  })

  it('include one that meets the tests exactly when they can hold', () => {
    fc.assert(
      fc.property(soundQuestions, tests, (questions, asked) => {
        const isMet = pathsOf(questions).some(
          ({ answers, end }) => end === 'application' && holds(asked, answers),
        )
        expect(canHold(questions, asked)).toBe(isMet)
      }),
      { numRuns: 2_000 },
    )
  })

  it('each give the materials whose conditions they meet, and an unreachable one is given by none', () => {
    fc.assert(
      fc.property(soundQuestions, fc.array(tests, { maxLength: 4 }), (questions, conditions) => {
        const materials = conditions.map((when, at) => sampleMaterial({ number: at + 1, when }))
        const given = new Set<number>()
        for (const { answers, end } of pathsOf(questions)) {
          const asked = materialsFor({ materials }, answers)
          expect(asked).toEqual(materials.filter(({ when }) => byHand(when, answers)))
          if (end === 'application') for (const { number } of asked) given.add(number)
        }
        for (const { number, when } of materials)
          expect(canHold(questions, when)).toBe(given.has(number))
      }),
    )
  })

  it('are what a citizen can answer, and end for them alike', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        for (const { answers, end, stop } of pathsOf(questions)) {
          const way = followSituation(questions, answers)
          expect(way).toMatchObject({ stop, extra: null })
          expect(way.open !== null).toBe(end === 'nowhere')
          expect(followSituation(questions, { ...answers, other: 'x' }).extra).toBe('other')
        }
      }),
    )
  })
})

function byHand(when: readonly SituationTest[], answers: Readonly<Record<string, string>>) {
  return when.every(({ question, oneOf }) => oneOf.some((value) => answers[question] === value))
}

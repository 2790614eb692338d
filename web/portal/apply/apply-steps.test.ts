import { describe, expect, test } from 'vitest'
import type { GuideView } from '../../../contract/catalogue.ts'
import { materialStanding } from '../../../domain/catalogue/material-standing.ts'
import type { SituationQuestion } from '../../../domain/catalogue/situation.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { situationPatch, stepAt, stepsOf } from './apply-steps.ts'

const ask = (id: string, options: readonly (readonly [string, string | null, string?])[]) =>
  ({
    id,
    text: id,
    help: null,
    options: options.map(([value, next, stop]) => ({
      value,
      label: value,
      next,
      stop: stop ?? null,
    })),
  }) satisfies SituationQuestion
const questions = [
  ask('stage', [
    ['new', 'site'],
    ['close', null],
  ]),
  ask('site', [
    ['fine', null],
    ['school', null, '校园周围不得设立'],
  ]),
]
const form = {
  schema: { properties: { a: {}, b: {} }, required: [] },
  layout: [
    { id: 'one', fields: [{ element: 'a', when: [], wide: false }] },
    { id: 'two', fields: [{ element: 'b', when: [{ question: 'stage', oneOf: ['new'] }] }] },
  ],
} as unknown as FormDefinition
const ids = (situation: Record<string, string>) =>
  stepsOf({ questions }, form, { situation, answers: {} }).map(({ id }) => id)

describe('the pages of an application', () => {
  test('end at the first question without an answer', () => {
    expect(ids({})).toEqual(['ask.stage'])
    expect(ids({ stage: 'new' })).toEqual(['ask.stage', 'ask.site'])
  })
  test('end at advice where no application is possible', () => {
    expect(ids({ stage: 'new', site: 'school' })).toEqual(['ask.stage', 'ask.site', 'stop'])
  })
  test('leave out a group of the form that this situation does not ask', () => {
    expect(ids({ stage: 'close' })).toEqual(['ask.stage', 'who', 'form.one', 'materials', 'review'])
    expect(ids({ stage: 'new', site: 'fine' })).toContain('form.two')
  })
  test('without questions and form begin with who applies', () => {
    const steps = stepsOf({ questions: [] }, null, { situation: {}, answers: {} })
    expect(steps.map(({ id }) => id)).toEqual(['who', 'materials', 'review'])
  })
  test('a page that cannot be reached yet leads to the question that waits', () => {
    const steps = stepsOf({ questions }, form, { situation: { stage: 'new' }, answers: {} })
    expect(stepAt(steps, 'review')?.id).toBe('ask.site')
    expect(stepAt(steps, 'ask.stage')?.id).toBe('ask.stage')
  })
})

test('another answer takes out those that its way does not ask', () => {
  expect(situationPatch({ questions }, { stage: 'new', site: 'fine' }, 'stage', 'close')).toEqual({
    stage: 'close',
    site: null,
  })
})

describe('the list of materials shrinks while one answers', () => {
  const material = {
    when: [{ question: 'site', oneOf: ['fine'] }],
  } as GuideView['materials'][number]
  test.each([
    [{}, 'open'],
    [{ stage: 'new' }, 'open'],
    [{ stage: 'new', site: 'fine' }, 'wanted'],
    [{ stage: 'close' }, 'dropped'],
    [{ stage: 'new', site: 'school' }, 'dropped'],
  ])('after %j it is %s', (situation, standing) => {
    expect(materialStanding({ questions }, material, situation as Record<string, string>)).toBe(
      standing,
    )
  })
})

import { expect, test } from 'vitest'
import { CARD_LEVEL } from '../../domain/application/supervision/card.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice.ts'
import { CAST } from './cast.ts'
import { readScenarioFiles } from './read-scenario-files.ts'
import { REFUSAL_CODES } from './refusal-codes.ts'
import { REHEARSAL_COMMANDS } from './rehearsal-commands.ts'

const { scenarios, faults } = readScenarioFiles(['scenarios'])
const steps = scenarios.flatMap((scenario) => scenario.steps)

/** Refusals that no scenario can bring about: its applicants' identities are right, its four checks unasked, its clerks one at a time. */
const OUT_OF_REACH = [
  'none',
  'invalid-id-number',
  'invalid-credit-code',
  'checks-not-passed',
  'changed-meanwhile',
  'invalid-input',
  'unknown-field',
  'unknown-item',
  'not-found',
  'post-not-open',
  // Its baseline guides ask no questions, have no forms, tolerate and promise nothing; nobody acts for another, nothing is bundled.
  'item-not-offered',
  'unknown-situation',
  'form-invalid',
  'form-version-changed',
  'mandate-invalid',
  'commitment-not-allowed',
  'not-tolerable',
  'tolerated-material-missing',
  'tolerance-consequence-open',
  'commitment-broken',
  'bundle-result-missing',
  'bundle-nothing-ended',
  'bundle-part-depends',
]
/** Papers of the leading group's supervision, and promises that a baseline guide does not allow. */
const NOT_OF_A_STEP = ['supervision-order', 'circular', 'commitment-letter', 'tolerance-promise']

function missing(wanted: readonly string[], reached: readonly (string | undefined)[]): string[] {
  return wanted.filter((word) => !reached.includes(word))
}

test('every shipped scenario can be read', () => {
  expect(faults).toEqual([])
  expect(scenarios.length).toBeGreaterThanOrEqual(20)
  expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length)
})

test('together they give every command', () => {
  expect(
    missing(
      REHEARSAL_COMMANDS,
      steps.map(({ name }) => name),
    ),
  ).toEqual([])
})

test('together they expect every refusal of the procedure', () => {
  const wanted = REFUSAL_CODES.filter((code) => !OUT_OF_REACH.includes(code))
  expect(
    missing(
      wanted,
      steps.map(({ expect: { error } }) => error),
    ),
  ).toEqual([])
})

test('together they see every card rule', () => {
  const seen = steps.flatMap(({ expect: { cards } }) => cards ?? [])
  expect(missing(Object.keys(CARD_LEVEL), seen)).toEqual([])
})

test('together they make every notice', () => {
  const seen = steps.flatMap(({ expect: { notices } }) => notices ?? [])
  const wanted = NOTICE_KINDS.filter((kind) => !NOT_OF_A_STEP.includes(kind))
  expect(missing(wanted, seen)).toEqual([])
})

test('everybody of the cast has a part', () => {
  const acting = steps.map(({ as }) => as ?? undefined)
  expect(missing(CAST, acting)).toEqual([])
})

import type { Test } from '../editor/new-parts.ts'

/** The tests with one answer to a question added or taken away; a question without answers is no test. */
export function toggled(tests: readonly Test[], question: string, option: string): readonly Test[] {
  const own = tests.find((test) => test.question === question)
  if (own === undefined) return [...tests, { question, oneOf: [option] }]
  const oneOf = own.oneOf.includes(option)
    ? own.oneOf.filter((one) => one !== option)
    : [...own.oneOf, option]
  return oneOf.length === 0
    ? tests.filter((test) => test !== own)
    : tests.map((test) => (test === own ? { question, oneOf } : test))
}

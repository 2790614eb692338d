import type { SituationQuestion, SituationTest } from '../situation.ts'

/** 申请人是个人，且场所为自有或者租赁; empty where it is always asked. */
export function conditionWords(
  tests: readonly SituationTest[],
  questions: readonly SituationQuestion[],
): string {
  return tests
    .map(({ question, oneOf }) => {
      const asked = questions.find(({ id }) => id === question)
      const labels = oneOf.map(
        (one) => asked?.options.find(({ value }) => value === one)?.label ?? one,
      )
      return `“${asked?.text ?? question}”选择${labels.map((label) => `“${label}”`).join('或者')}`
    })
    .join('，且')
}

import { MOST_PATHS, pathsOf } from '../situation-paths.ts'
import { cyclicQuestions, reachableQuestions } from '../situation-reach.ts'
import { error, type Found, type GuideRule } from './guide-rule.ts'

/** Every way through the questions ends, and every question is on one. */
export const QUESTION_WAYS: GuideRule = {
  id: 'question-ways',
  source: '国务院令第716号第六条（办事指南完整准确）',
  check: ({ guide: { questions } }) => {
    const known = new Set(questions.map(({ id }) => id))
    const cyclic = cyclicQuestions(questions)
    const reached = reachableQuestions(questions)
    const part = (id: string) => `questions.${id}`
    return [
      ...cyclic.map((id) =>
        error(part(id), `情形引导会回到问题 ${id}，没有尽头；请改正选项的下一问`),
      ),
      ...questions.flatMap(({ id, options }): Found[] =>
        options.flatMap(({ label, next, stop }) => [
          ...(next !== null && !known.has(next)
            ? [error(part(id), `选项“${label}”的下一问 ${next} 不存在，请改正或者清空`)]
            : []),
          ...(next !== null && stop !== null
            ? [error(part(id), `选项“${label}”既告知不必申请，又有下一问，请只留一个`)]
            : []),
        ]),
      ),
      ...questions
        .filter(({ id }) => !reached.has(id))
        .map(({ id, text }) =>
          error(part(id), `问题“${text}”没有任何选项通向它，永远不会问到；请接上或者删去`),
        ),
      ...(cyclic.length === 0 && pathsOf(questions).length >= MOST_PATHS
        ? [error('questions', `情形引导的走法超过 ${MOST_PATHS} 种，无法逐一核对，请合并问题`)]
        : []),
      ...(questions.length > 0 &&
      cyclic.length === 0 &&
      pathsOf(questions).every(({ end }) => end !== 'application')
        ? [error('questions', '情形引导的每种走法都不能申请，请核对选项')]
        : []),
    ]
  },
}

import { error, type GuideRule, warning } from './guide-rule.ts'
import { repeatedIn } from './repeated-in.ts'

const LEAST_TOLD = 8

export const QUESTION_WORDS: GuideRule = {
  id: 'question-words',
  source: '国务院令第716号第六条（办事指南完整准确）',
  check: ({ guide: { questions } }) => [
    ...repeatedIn(questions.map(({ id }) => id)).map((id) =>
      error(`questions.${id}`, `问题标识 ${id} 重复，请改成不同的标识`),
    ),
    ...questions.flatMap(({ id, text, options }) => [
      ...(text.trim() === '' ? [error(`questions.${id}`, `问题 ${id} 没有文字`)] : []),
      ...(options.length === 0 ? [error(`questions.${id}`, `问题“${text}”没有选项`)] : []),
      ...(options.length === 1
        ? [warning(`questions.${id}`, `问题“${text}”只有一个选项，不必问`)]
        : []),
      ...repeatedIn(options.map(({ value }) => value)).map((value) =>
        error(`questions.${id}`, `问题“${text}”的选项值 ${value} 重复`),
      ),
      ...repeatedIn(options.map(({ label }) => label)).map((label) =>
        error(`questions.${id}`, `问题“${text}”有两个选项都叫“${label}”`),
      ),
      ...options
        .filter(({ stop }) => stop !== null && stop.trim().length < LEAST_TOLD)
        .map(({ label }) =>
          error(
            `questions.${id}`,
            `选择“${label}”后不能申请，须说明原因和去处，不少于 ${LEAST_TOLD} 个字`,
          ),
        ),
    ]),
  ],
}

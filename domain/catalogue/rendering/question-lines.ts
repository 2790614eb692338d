import type { SituationQuestion } from '../situation.ts'

/** The questions as they are printed: each with its options, and where they lead. */
export function questionLines(questions: readonly SituationQuestion[]): readonly string[] {
  const numberOf = new Map(questions.map(({ id }, at) => [id, at + 1]))
  return questions.flatMap(({ id, text, help, options }) => [
    `问题 ${numberOf.get(id)}：${text}${help === null || help === '' ? '' : `（${help}）`}`,
    ...options.map(({ label, next, stop }) => {
      if (stop !== null) return `□ ${label}：${stop}`
      return next === null ? `□ ${label}` : `□ ${label}，接着答问题 ${numberOf.get(next) ?? next}`
    }),
  ])
}

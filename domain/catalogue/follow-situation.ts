import type { Situation, SituationQuestion } from './situation.ts'

export type SituationFault =
  /** The answers end before the questions do. */
  | { readonly why: 'unanswered'; readonly question: string }
  | { readonly why: 'unknown-option'; readonly question: string }
  /** An answer to a question that this way does not ask. */
  | { readonly why: 'not-asked'; readonly question: string }
  /** Told that no application is needed or possible. */
  | { readonly why: 'stopped'; readonly question: string; readonly told: string }

/** Null when the answers go exactly one way through the questions and end in an application. */
export function situationFault(
  questions: readonly SituationQuestion[],
  situation: Situation,
): SituationFault | null {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const asked = new Set<string>()
  let id = questions[0]?.id ?? null
  while (id !== null && !asked.has(id)) {
    const question = byId.get(id)
    asked.add(id)
    const answer = Object.hasOwn(situation, id) ? situation[id] : undefined
    if (question === undefined || answer === undefined) return { why: 'unanswered', question: id }
    const option = question.options.find(({ value }) => value === answer)
    if (option === undefined) return { why: 'unknown-option', question: id }
    if (option.stop !== null) return { why: 'stopped', question: id, told: option.stop }
    id = option.next
  }
  const extra = Object.keys(situation).find((key) => !asked.has(key))
  return extra === undefined ? null : { why: 'not-asked', question: extra }
}

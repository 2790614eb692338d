import type { Situation, SituationQuestion } from '../../../domain/catalogue/situation.ts'

/** The questions as far as the answers lead: the last one is still open unless its answer ends the way. */
export function askedQuestions(
  questions: readonly SituationQuestion[],
  answers: Situation,
): readonly SituationQuestion[] {
  const asked: SituationQuestion[] = []
  let id: string | null = questions[0]?.id ?? null
  while (id !== null) {
    const question = questions.find((one) => one.id === id)
    if (question === undefined || asked.includes(question)) break
    asked.push(question)
    const option = question.options.find(({ value }) => value === answers[question.id])
    id = option?.next ?? null
  }
  return asked
}

/** An answer changed: what it no longer leads to is forgotten. */
export function withAnswer(
  questions: readonly SituationQuestion[],
  answers: Situation,
  question: string,
  value: string,
): Situation {
  const changed = { ...answers, [question]: value }
  const asked = askedQuestions(questions, changed).map(({ id }) => id)
  return Object.fromEntries(Object.entries(changed).filter(([id]) => asked.includes(id)))
}

/** The first question without an answer; undefined: the situation is known. */
export function openQuestion(
  questions: readonly SituationQuestion[],
  answers: Situation,
): SituationQuestion | undefined {
  return askedQuestions(questions, answers).find(({ id }) => answers[id] === undefined)
}

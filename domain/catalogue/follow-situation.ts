import type { Situation, SituationQuestion } from './situation.ts'

export type SituationWay = {
  /** The questions met, in order, each once. */
  readonly asked: readonly SituationQuestion[]
  /** The question that waits: without an answer, or with one that it does not offer; null: none does. */
  readonly open: Pick<SituationQuestion, 'id' | 'text'> | null
  /** Told instead of an application; null: go on. */
  readonly stop: string | null
  /** Every question is answered, and it may be applied. */
  readonly done: boolean
  /** A question answered though this way does not ask it; null: there is none. */
  readonly extra: string | null
}

/** How far the answers lead through the questions. A question met a second time ends the way. */
export function followSituation(
  questions: readonly SituationQuestion[],
  situation: Situation,
): SituationWay {
  const asked = new Map<string, SituationQuestion>()
  const way = walk(questions, situation, asked)
  return {
    asked: [...asked.values()],
    ...way,
    done: way.open === null && way.stop === null,
    extra: Object.keys(situation).find((key) => !asked.has(key)) ?? null,
  }
}

function walk(
  questions: readonly SituationQuestion[],
  situation: Situation,
  asked: Map<string, SituationQuestion>,
): Pick<SituationWay, 'open' | 'stop'> {
  let next = questions[0]?.id ?? null
  while (next !== null && !asked.has(next)) {
    const id: string = next
    const question = questions.find((one) => one.id === id)
    // One that the guide does not have waits for ever.
    if (question === undefined) return { open: { id, text: id }, stop: null }
    asked.set(id, question)
    const option = question.options.find(({ value }) => value === situation[id])
    if (option === undefined) return { open: question, stop: null }
    if (option.stop !== null) return { open: null, stop: option.stop }
    next = option.next
  }
  return { open: null, stop: null }
}

/** One more answer; those to questions to which it no longer leads are forgotten. */
export function withAnswer(
  questions: readonly SituationQuestion[],
  situation: Situation,
  question: string,
  value: string,
): Situation {
  const changed = { ...situation, [question]: value }
  const asked = new Set(followSituation(questions, changed).asked.map(({ id }) => id))
  return Object.fromEntries(Object.entries(changed).filter(([id]) => asked.has(id)))
}

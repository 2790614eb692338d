import type { Situation, SituationQuestion } from '../../../domain/catalogue/situation.ts'

export type SituationWay = {
  /** The questions that stand open or were answered, in order. */
  readonly asked: readonly SituationQuestion[]
  /** Told instead of an application; null: go on. */
  readonly stop: string | null
  /** Every question of this way is answered. */
  readonly done: boolean
}

/** How far the answers lead, without going round. */
export function wayOf(questions: readonly SituationQuestion[], situation: Situation): SituationWay {
  const asked: SituationQuestion[] = []
  let next: string | null = questions[0]?.id ?? null
  while (next !== null) {
    const question = questions.find(({ id }) => id === next)
    if (question === undefined || asked.includes(question)) break
    asked.push(question)
    const option = question.options.find(({ value }) => value === situation[question.id])
    if (option === undefined) return { asked, stop: null, done: false }
    if (option.stop !== null) return { asked, stop: option.stop, done: false }
    next = option.next
  }
  return { asked, stop: null, done: asked.length > 0 }
}

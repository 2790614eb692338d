/** One answer that a question allows, and what follows it. */
export type SituationOption = {
  readonly value: string
  readonly label: string
  /** The next question's id; null: nothing more is asked. */
  readonly next: string | null
  /** Told instead of an application: no licence is needed, or it belongs elsewhere. Then `next` is null. */
  readonly stop: string | null
}

/** One question of the situation guidance (情形引导). */
export type SituationQuestion = {
  readonly id: string
  readonly text: string
  readonly help: string | null
  readonly options: readonly SituationOption[]
}

/** Holds when that question was answered with one of these. */
export type SituationTest = { readonly question: string; readonly oneOf: readonly string[] }

/** The applicant's answers by question id. */
export type Situation = Readonly<Record<string, string>>

/** All tests hold; none: always. */
export function holds(tests: readonly SituationTest[], situation: Situation): boolean {
  return tests.every(({ question, oneOf }) => {
    const answer = situation[question]
    return answer !== undefined && oneOf.includes(answer)
  })
}

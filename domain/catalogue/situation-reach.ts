import type { SituationOption, SituationQuestion, SituationTest } from './situation.ts'

/** The questions that some answers lead to, from the first question on, or from the one named. */
export function reachableQuestions(
  questions: readonly SituationQuestion[],
  from = questions[0]?.id,
): ReadonlySet<string> {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const reached = new Set<string>()
  const ahead = from === undefined ? [] : [from]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const question = byId.get(id)
    if (question === undefined || reached.has(id)) continue
    reached.add(id)
    ahead.push(...question.options.flatMap((option) => followingOf(option) ?? []))
  }
  return reached
}

/** Reachable questions that answers can lead back to. */
export function cyclicQuestions(questions: readonly SituationQuestion[]): readonly string[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const state = new Map<string, 'open' | 'done'>()
  const cyclic: string[] = []
  const visit = (id: string): void => {
    const question = byId.get(id)
    if (question === undefined || state.get(id) === 'done') return
    if (state.get(id) === 'open') return void cyclic.push(id)
    state.set(id, 'open')
    for (const option of question.options) {
      const next = followingOf(option)
      if (next !== null) visit(next)
    }
    state.set(id, 'done')
  }
  if (questions[0] !== undefined) visit(questions[0].id)
  return [...new Set(cyclic)]
}

/**
 * Whether some way through the questions that ends in an application meets all tests. Exact without cycles, and linear:
 * a way meets a question once, so the tests all hold where the most tested questions are met with an allowed answer.
 */
export function canHold(
  questions: readonly SituationQuestion[],
  tests: readonly SituationTest[],
): boolean {
  const [first] = questions
  const allowed = allowedAnswers(tests)
  if (first === undefined) return allowed.size === 0
  const byId = new Map(questions.map((question) => [question.id, question]))
  const most = new Map<string, number>()
  const metFrom = (id: string): number => {
    const known = most.get(id)
    if (known !== undefined) return known
    most.set(id, -Infinity)
    const tested = allowed.get(id)
    const met = (byId.get(id)?.options ?? [])
      .filter(({ value }) => tested === undefined || tested.has(value))
      .map((option) => {
        const next = followingOf(option)
        if (option.stop !== null) return -Infinity
        return (tested === undefined ? 0 : 1) + (next === null ? 0 : metFrom(next))
      })
    const best = Math.max(-Infinity, ...met)
    most.set(id, best)
    return best
  }
  return metFrom(first.id) === allowed.size
}

function followingOf({ next, stop }: SituationOption): string | null {
  return stop === null ? next : null
}

function allowedAnswers(tests: readonly SituationTest[]): ReadonlyMap<string, ReadonlySet<string>> {
  const allowed = new Map<string, ReadonlySet<string>>()
  for (const { question, oneOf } of tests) {
    const before = allowed.get(question)
    allowed.set(question, new Set(oneOf.filter((value) => before?.has(value) ?? true)))
  }
  return allowed
}

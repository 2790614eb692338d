import type { Situation, SituationQuestion } from './situation.ts'

/** One way through the questions, from the first to where nothing more is asked. */
export type SituationPath = {
  readonly answers: Situation
  /** `application`: it may be applied; `stop`: told that it need not or cannot be; the other two are faults of the guide. */
  readonly end: 'application' | 'stop' | 'cycle' | 'nowhere'
  /** What is told at a stop; else null. */
  readonly stop: string | null
}

/** Ways double with every question: a guide with more than this is not one that a person can check. */
export const MOST_PATHS = 2_000

/**
 * Every way through the questions in the order of their options, at most MOST_PATHS. A question met a second time ends
 * a path as `cycle`, a next question that is not there as `nowhere`. Without questions: one path without answers.
 */
export function pathsOf(questions: readonly SituationQuestion[]): readonly SituationPath[] {
  const [first] = questions
  if (first === undefined) return [{ answers: {}, end: 'application', stop: null }]
  const byId = new Map(questions.map((question) => [question.id, question]))
  const paths: SituationPath[] = []
  for (const path of walk(byId, first.id, new Map())) {
    paths.push(path)
    if (paths.length === MOST_PATHS) break
  }
  return paths
}

function* walk(
  byId: ReadonlyMap<string, SituationQuestion>,
  id: string,
  given: ReadonlyMap<string, string>,
): Generator<SituationPath, void> {
  const question = byId.get(id)
  const isNowhere = question === undefined || question.options.length === 0
  if (isNowhere || given.has(id)) {
    yield pathTo(given, isNowhere ? 'nowhere' : 'cycle')
    return
  }
  for (const { value, next, stop } of question.options) {
    const answers = new Map(given).set(id, value)
    if (stop !== null) yield pathTo(answers, 'stop', stop)
    else if (next === null) yield pathTo(answers, 'application')
    else yield* walk(byId, next, answers)
  }
}

function pathTo(
  given: ReadonlyMap<string, string>,
  end: SituationPath['end'],
  stop: string | null = null,
): SituationPath {
  return { answers: Object.fromEntries(given), end, stop }
}

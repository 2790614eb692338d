import { followSituation } from './follow-situation.ts'
import { reachableQuestions } from './situation-reach.ts'
import type { RequiredMaterial } from './service-guide.ts'
import type { Situation, SituationQuestion } from './situation.ts'

/** How a material stands while the questions are answered: wanted, not wanted any more, or still open. */
export function materialStanding(
  { questions }: { readonly questions: readonly SituationQuestion[] },
  { when }: Pick<RequiredMaterial, 'when'>,
  situation: Situation,
): 'wanted' | 'dropped' | 'open' {
  const { open } = followSituation(questions, situation)
  const ahead = open === null ? new Set() : reachableQuestions(questions, open.id)
  const standings = when.map(({ question, oneOf }) => {
    const answer = situation[question]
    if (answer === undefined) return ahead.has(question) ? 'open' : 'dropped'
    return oneOf.includes(answer) ? 'wanted' : 'dropped'
  })
  if (standings.includes('dropped')) return 'dropped'
  return standings.includes('open') ? 'open' : 'wanted'
}

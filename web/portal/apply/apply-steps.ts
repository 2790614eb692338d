import type { GuideView } from '../../../contract/catalogue.ts'
import type { SituationQuestion } from '../../../domain/catalogue/situation.ts'
import type { DraftContent } from '../../../domain/drafts/draft-content.ts'
import type { FormDefinition, FormGroup } from '../../../domain/form/form-definition.ts'
import { visibleFields } from '../../../domain/form/visible-answers.ts'

export type Step =
  | { readonly kind: 'ask'; readonly id: string; readonly question: SituationQuestion }
  | { readonly kind: 'stop'; readonly id: 'stop'; readonly told: string }
  | { readonly kind: 'who'; readonly id: 'who' }
  | { readonly kind: 'group'; readonly id: string; readonly group: FormGroup }
  | { readonly kind: 'materials'; readonly id: 'materials' }
  | { readonly kind: 'review'; readonly id: 'review' }

type Asked = Pick<GuideView, 'questions'>
type Filled = Pick<DraftContent, 'situation' | 'answers'>

/** The pages of one application in their order; they end at the first question without an answer, and at a stop. */
export function stepsOf(
  { questions }: Asked,
  form: FormDefinition | null,
  { situation, answers }: Filled,
): readonly Step[] {
  const steps: Step[] = []
  const byId = new Map(questions.map((question) => [question.id, question]))
  let question = questions[0]
  while (question && steps.length <= questions.length) {
    steps.push({ kind: 'ask', id: `ask.${question.id}`, question })
    const answer = situation[question.id]
    const chosen = question.options.find(({ value }) => value === answer)
    if (!chosen) return steps
    if (chosen.stop !== null) return [...steps, { kind: 'stop', id: 'stop', told: chosen.stop }]
    question = chosen.next === null ? undefined : byId.get(chosen.next)
  }
  steps.push({ kind: 'who', id: 'who' })
  if (form) {
    const shown = new Set(visibleFields(form, answers, situation).map(({ element }) => element))
    for (const group of form.layout)
      if (group.fields.some(({ element }) => shown.has(element)))
        steps.push({ kind: 'group', id: `form.${group.id}`, group })
  }
  return [...steps, { kind: 'materials', id: 'materials' }, { kind: 'review', id: 'review' }]
}

/** One answer, and out with those to questions that this way does not ask any more. */
export function situationPatch(
  { questions }: Asked,
  situation: Readonly<Record<string, string>>,
  question: string,
  value: string,
): Record<string, string | null> {
  const next = { ...situation, [question]: value }
  const asked = new Set(
    stepsOf({ questions }, null, { situation: next, answers: {} }).flatMap((step) =>
      step.kind === 'ask' ? [step.question.id] : [],
    ),
  )
  const gone = Object.keys(situation).filter((id) => !asked.has(id))
  return { [question]: value, ...Object.fromEntries(gone.map((id) => [id, null])) }
}

/** How a material stands while the questions are answered: wanted, not wanted any more, or still open. */
export function materialStanding(
  { questions }: Asked,
  { when }: GuideView['materials'][number],
  situation: Readonly<Record<string, string>>,
): 'wanted' | 'dropped' | 'open' {
  const ahead = questionsAhead({ questions }, situation)
  const standings = when.map(({ question, oneOf }) => {
    const answer = situation[question]
    if (answer === undefined) return ahead.has(question) ? 'open' : 'dropped'
    return oneOf.includes(answer) ? 'wanted' : 'dropped'
  })
  if (standings.includes('dropped')) return 'dropped'
  return standings.includes('open') ? 'open' : 'wanted'
}

/** Questions that may still be asked, from the one that waits on. */
function questionsAhead(
  { questions }: Asked,
  situation: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const open = stepsOf({ questions }, null, { situation, answers: {} }).at(-1)
  const ahead = new Set<string>()
  const waiting = open?.kind === 'ask' ? [open.question.id] : []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (ahead.has(id)) continue
    ahead.add(id)
    const question = questions.find((one) => one.id === id)
    for (const { next } of question?.options ?? []) if (next !== null) waiting.push(next)
  }
  return ahead
}

/** `material.3` is a page of its own under `materials`. */
export function materialOfStep(stepId: string): number | null {
  const number = /^material\.(\d{1,3})$/.exec(stepId)?.[1]
  return number === undefined ? null : Number(number)
}

/** The page to show: the one asked for where it can be reached, else the first that waits. */
export function stepAt(steps: readonly Step[], stepId: string): Step | undefined {
  const wanted = materialOfStep(stepId) === null ? stepId : 'materials'
  const open = steps.at(-1)
  const found = steps.find(({ id }) => id === wanted)
  return found ?? (open?.kind === 'ask' || open?.kind === 'stop' ? open : steps[0])
}

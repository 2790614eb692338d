import type { GuideView } from '../../../contract/catalogue.ts'
import { followSituation, withAnswer } from '../../../domain/catalogue/follow-situation.ts'
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
  const { asked, open, stop } = followSituation(questions, situation)
  const steps: Step[] = asked.map((question) => ({
    kind: 'ask',
    id: `ask.${question.id}`,
    question,
  }))
  if (open !== null) return steps
  if (stop !== null) return [...steps, { kind: 'stop', id: 'stop', told: stop }]
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
  const left = withAnswer(questions, situation, question, value)
  const gone = Object.keys(situation).filter((id) => !Object.hasOwn(left, id))
  return { [question]: value, ...Object.fromEntries(gone.map((id) => [id, null])) }
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

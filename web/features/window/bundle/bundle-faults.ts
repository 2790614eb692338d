import type { BundleView } from '../../../../contract/bundles.ts'
import { checkAnswers } from '../../../../domain/form/check-answers.ts'
import type { FormDefinition } from '../../../../domain/form/form-definition.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import {
  answersOf,
  type BundleStanding,
  type PartStanding,
} from '../../../ui/bundle/bundle-standing.ts'
import type { BundleIntakeDraft } from './bundle-intake-draft.ts'

export type FormFault = { readonly element: string; readonly message: string }

/** The first question without an answer, or the answer that ends it here; null: everything is answered. */
export function openQuestion(
  { questions }: Pick<BundleView, 'questions'>,
  { plan, parts }: BundleStanding,
): string | null {
  const open = questions.find(({ id }) => plan.open.includes(id))
  if (open !== undefined) return `先选择情形：${open.text}`
  const stopped = parts.find(({ stop }) => stop !== null)
  if (stopped !== undefined)
    return `“${stopped.part.name}”按这个回答不用在这里申请；申请人坚持的，按单个事项收件`
  const waiting = parts.find(({ isAnswered }) => !isAnswered)
  return waiting === undefined ? null : `先选择“${waiting.part.name}”的情形`
}

/** By the forms of the parts themselves: the merged form may demand less than one of them. On paper nothing is typed. */
export function formFaults(
  parts: readonly PartStanding[],
  { answers, isOnPaper }: Pick<BundleIntakeDraft, 'answers' | 'isOnPaper'>,
  today: string,
): readonly FormFault[] {
  if (isOnPaper) return []
  const faults = new Map(
    parts.flatMap(({ part, situation }) => {
      const own = part.form as FormDefinition | null
      if (own === null) return []
      return checkAnswers(
        own,
        answersOf(own, answers),
        situation,
        today === '' ? undefined : (today as LocalDate),
      ).map(({ element, message }) => [element, message] as const)
    }),
  )
  return [...faults].map(([element, message]) => ({ element, message }))
}

import { useState } from 'react'
import { checkAnswers } from '../../../../domain/form/check-answers.ts'
import type { FieldValue, FormGroup } from '../../../../domain/form/form-definition.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { fieldId } from '../../../ui/form/field-id.ts'
import { FormFields } from '../../../ui/form/form-fields.tsx'
import { useFormWords } from '../../apply/form/form-words.ts'
import { ErrorSummary, StepButtons, StepHeading } from '../../apply/step-parts.tsx'
import type { BundleDraft } from '../bundle-draft.ts'
import { answersOf } from '../../../ui/bundle/bundle-standing.ts'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** One group of the merged form: facts that several items need say so, and are asked once. */
export function FormStep({ flow, group }: { flow: BundleFlow; group: FormGroup }) {
  const words = useBundleWords()
  const formWords = useFormWords()
  const { form, draft, change, steps, go, me, standing } = flow
  const [round, setRound] = useState(0)
  if (form === null) return null
  const index = steps.findIndex(({ id }) => id === `form.${group.id}`)
  const answers = answersOf(form, draft.answers)
  const mine = group.fields.map(({ element }) => element)
  const faultsNow = () =>
    checkAnswers(form, answers, {}, me?.today as LocalDate | undefined)
      .filter(({ element }) => mine.includes(element))
      .map((fault) => ({ ...fault, target: fieldId(fault.element) }))
  const faults = round > 0 ? faultsNow() : []
  const after = () => go(steps[index + 1]?.id ?? 'materials')
  const next = () => (faultsNow().length === 0 ? after() : setRound(round + 1))
  const usersOf = (element: string) =>
    standing.parts.filter(
      ({ part }) => part.form !== null && Object.hasOwn(part.form.schema.properties, element),
    ).length
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <StepHeading id={group.id} lang="zh-CN">
        {group.title}
      </StepHeading>
      {group.help !== null && (
        <p className="apply-lead" lang="zh-CN">
          {group.help}
        </p>
      )}
      <ErrorSummary faults={faults} round={round} />
      <FormFields
        form={form}
        group={group}
        situation={{}}
        answers={answers}
        faults={faults}
        words={formWords}
        noteOf={(element) => (usersOf(element) > 1 ? words.shared(usersOf(element)) : null)}
        onChange={(element, value) =>
          change((now) => ({ answers: withAnswer(now.answers, element, value) }))
        }
      />
      <StepButtons onBack={() => go(steps[index - 1]?.id ?? 'who')} onNext={next} />
      {faults.length > 0 && (
        <button type="button" className="apply-link" onClick={after}>
          {words.laterThis}
        </button>
      )}
    </form>
  )
}

function withAnswer(
  answers: BundleDraft['answers'],
  element: string,
  value: FieldValue | null,
): BundleDraft['answers'] {
  const { [element]: _before, ...others } = answers
  return value === null ? others : { ...others, [element]: value }
}

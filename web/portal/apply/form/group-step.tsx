import { useMemo, useState } from 'react'
import { checkAnswers } from '../../../../domain/form/check-answers.ts'
import type { FormGroup } from '../../../../domain/form/form-definition.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { fieldId } from '../../../ui/form/field-id.ts'
import { FormFields } from '../../../ui/form/form-fields.tsx'
import { ErrorSummary, StepButtons, StepHeading, type SummaryFault } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { KnownOffer } from './known-offer.tsx'
import { useFormWords } from './form-words.ts'
import { usePrefill } from './use-prefill.ts'
import { useApplyWords } from '../words.ts'

/** One group of the form, saved as typed; it may be passed over and mended later. */
export function GroupStep({ group }: { group: FormGroup }) {
  const words = useApplyWords()
  const formWords = useFormWords()
  const { form, me, state, steps, patch, go, guide } = useApply()
  const { answers, situation } = state.draft.content
  const known = usePrefill(group)
  const [round, setRound] = useState(0)
  const mine = useMemo(() => new Set(group.fields.map(({ element }) => element)), [group])
  if (!form) return null
  const index = steps.findIndex(({ id }) => id === `form.${group.id}`)
  const faultsNow = (): readonly SummaryFault[] =>
    checkAnswers(form, answers, situation, me?.today as LocalDate | undefined)
      .filter(({ element }) => mine.has(element))
      .map((fault) => ({ ...fault, target: fieldId(fault.element) }))
  // Told only after the first attempt to go on, and then as they are mended.
  const faults = round > 0 ? faultsNow() : []
  const after = () => go(steps[index + 1]?.id ?? 'materials')
  const next = () => (faultsNow().length === 0 ? after() : setRound(round + 1))
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
      {group.help && (
        <p className="apply-lead" lang="zh-CN">
          {group.help}
        </p>
      )}
      <ErrorSummary faults={faults} round={round} />
      {known.size > 0 && (
        <section className="apply-known">
          <p>
            <b>{words.knownAlready}</b>
            <br />
            <span className="soft">{words.knownHelp}</span>
          </p>
        </section>
      )}
      <KnownOffer group={group} />
      <FormFields
        form={form}
        group={group}
        situation={situation}
        answers={answers}
        faults={faults}
        words={formWords}
        noteOf={(element) => (known.has(element) ? words.fromApplicant : null)}
        onChange={(element, value) =>
          patch({ answers: { [element]: typeof value === 'object' && value ? [...value] : value } })
        }
      />
      {guide.confirmation !== 'confirmed' && <p className="soft apply-hint">{words.unconfirmed}</p>}
      <StepButtons
        onBack={index > 0 ? () => go(steps[index - 1]?.id ?? '') : undefined}
        onNext={next}
        next={words.saveNext}
      />
      {faults.length > 0 && (
        <button type="button" className="apply-link" onClick={after}>
          {words.laterThis}
        </button>
      )}
    </form>
  )
}

import { checkAnswers } from '../../../../domain/form/check-answers.ts'
import type { FormDefinition } from '../../../../domain/form/form-definition.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { applicantFaults, type FaultWords } from '../../apply/who/applicant-faults.ts'
import { answersOf } from '../../../ui/bundle/bundle-standing.ts'
import { askedMaterials, wayOf } from '../../../ui/bundle/asked-materials.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** What still stands against it, and the page where it is mended. */
export type BundleFault = {
  readonly key: string
  readonly message: string
  readonly stepId: string
}

/** By the forms of the parts themselves: the merged form may demand less than one of them. */
export function bundleFaults(
  { draft, standing, form, steps, files, me }: BundleFlow,
  words: FaultWords & { readonly noFile: (name: string) => string },
  /** The chosen mandate does not carry it (any more): why; null: it does, or none is needed. */
  mandate: string | null,
): readonly BundleFault[] {
  const stepOf = (element: string) =>
    steps.find(
      (step) =>
        step.kind === 'group' && step.group.fields.some((field) => field.element === element),
    )?.id ?? 'materials'
  const who = applicantFaults(draft.applicant, { isCitizen: true, hasMandate: false }, words)
  const facts = new Map(
    (form === null ? [] : standing.parts).flatMap(({ part, situation }) => {
      const own = part.form as FormDefinition | null
      if (own === null) return []
      const answers = answersOf(own, draft.answers)
      return checkAnswers(own, answers, situation, me?.today as LocalDate | undefined).map(
        ({ element, message }) => [element, message] as const,
      )
    }),
  )
  const papers = askedMaterials(standing).filter(
    (material) =>
      !material.isForm &&
      wayOf(material, draft) === 'upload' &&
      !files.files.some((file) => file.material === material.index),
  )
  return [
    ...(mandate === null ? [] : [{ key: 'mandate', message: mandate, stepId: 'who' }]),
    ...who.map(({ element, message }) => ({ key: element, message, stepId: 'who' })),
    ...[...facts].map(([element, message]) => ({ key: element, message, stepId: stepOf(element) })),
    ...papers.map(({ name }) => ({ key: name, message: words.noFile(name), stepId: 'materials' })),
  ]
}

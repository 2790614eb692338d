import type { LodgedApplication } from '../application/application.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addMonths } from '../upload/reusable-materials.ts'
import { valueFault } from './check-value.ts'
import type { FieldValue, FormDefinition } from './form-definition.ts'
import { answerIn } from './visible-answers.ts'

/** Months for which what a window verified of a person or an enterprise is offered again (local policy, 待业主确认). */
export const ANSWER_FRESH_MONTHS = 12

/** Subjects that are of one application only: a declaration is made anew, an agent named anew, another licence has another number. */
const OF_ONE_APPLICATION = ['declaration', 'agent', 'licence', 'certificate', 'event']

export type VerifiedApplication = {
  readonly applicationId: string
  readonly number: string
  readonly application: Pick<LodgedApplication, 'form' | 'acceptance' | 'checks'>
}

export type KnownAnswer = {
  readonly element: string
  readonly title: string
  readonly value: FieldValue
  readonly sourceApplicationId: string
  readonly sourceNumber: string
  readonly verifiedOn: LocalDate
  readonly freshUntil: LocalDate
}

/**
 * Every element of the form that a window verified before of the same applicant (要素完整, accepted by a person), newest
 * first, while it is fresh and still fits the field.
 */
export function knownAnswers(
  form: FormDefinition,
  earlier: readonly VerifiedApplication[],
  today: LocalDate,
): KnownAnswer[] {
  const verified = earlier
    .flatMap(({ applicationId, number, application: { form: filled, acceptance, checks } }) =>
      // Accepted by the law's silence is not verified by a person.
      filled === undefined || acceptance === null || acceptance.deemed || !checks?.elementsFilled
        ? []
        : [{ applicationId, number, answers: filled.answers, on: acceptance.on }],
    )
    .filter(({ on }) => addMonths(on, ANSWER_FRESH_MONTHS) >= today)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
  const asked = form.layout.flatMap(({ fields }) => fields.map(({ element }) => element))
  return asked.flatMap((element) => {
    const schema = form.schema.properties[element]
    if (schema === undefined || OF_ONE_APPLICATION.includes(element.split('.')[0] ?? '')) return []
    for (const { applicationId, number, answers, on } of verified) {
      const value = answerIn(answers, element)
      if (value === undefined || valueFault(schema, value, today) !== null) continue
      const source = { sourceApplicationId: applicationId, sourceNumber: number }
      const fresh = { verifiedOn: on, freshUntil: addMonths(on, ANSWER_FRESH_MONTHS) }
      return [{ element, title: schema.title, value, ...source, ...fresh }]
    }
    return []
  })
}

import type { Situation, SituationTest } from '../catalogue/situation.ts'
import type { FieldValue, FormAnswers, FormDefinition, FormField } from './form-definition.ts'

/** An answer that says something: a blank text or an empty choice is none. Texts lose the space around them. */
export function answerIn(answers: FormAnswers, element: string): FieldValue | undefined {
  const raw = Object.hasOwn(answers, element) ? answers[element] : undefined
  const value = typeof raw === 'string' ? raw.trim() : raw
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
}

/**
 * The fields that are shown, in their order. A condition is about an earlier field that is shown, or about a question
 * of the situation; each field is looked at once.
 */
export function visibleFields(
  form: FormDefinition,
  answers: FormAnswers,
  situation: Situation,
): readonly FormField[] {
  const shown = new Set<string>()
  return form.layout
    .flatMap(({ fields }) => fields)
    .filter(({ element, when }) => {
      const isShown = when.every((test) => holdsNow(test, form, shown, answers, situation))
      if (isShown) shown.add(element)
      return isShown
    })
}

/** Only what is shown is answered: the rest is dropped, not stored, and asked of nobody. */
export function visibleAnswers(
  form: FormDefinition,
  answers: FormAnswers,
  situation: Situation,
): FormAnswers {
  return Object.fromEntries(
    visibleFields(form, answers, situation).flatMap(({ element }) => {
      const value = answerIn(answers, element)
      return value === undefined ? [] : [[element, value] as const]
    }),
  )
}

function holdsNow(
  { question, oneOf }: SituationTest,
  form: FormDefinition,
  shown: ReadonlySet<string>,
  answers: FormAnswers,
  situation: Situation,
): boolean {
  if (!Object.hasOwn(form.schema.properties, question)) {
    const chosen = Object.hasOwn(situation, question) ? situation[question] : undefined
    return chosen !== undefined && oneOf.includes(chosen)
  }
  const value = shown.has(question) ? answerIn(answers, question) : undefined
  if (value === undefined) return false
  return (Array.isArray(value) ? value : [value]).some((one) => oneOf.includes(String(one)))
}

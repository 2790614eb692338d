import type { Applicant } from '../application/applicant.ts'
import type { LocalDate } from '../shared/ids.ts'
import { END_OF_TIME } from './check-answers.ts'
import { valueFault } from './check-value.ts'
import type { DataElement } from './data-element.ts'
import type { FormDefinition } from './form-definition.ts'

type Known = Pick<Applicant, 'name' | 'identityNumber' | 'phone' | 'address'>

/** What is known of an applicant, where the form asks for it and would take it. */
export function prefillFrom(
  form: FormDefinition,
  elements: readonly Pick<DataElement, 'id' | 'prefill'>[],
  { name, identityNumber, phone, address }: Known,
  today: LocalDate = END_OF_TIME,
): Readonly<Record<string, string>> {
  const known = { name, 'identity-number': identityNumber, phone, address }
  return Object.fromEntries(
    elements.flatMap(({ id, prefill }) => {
      const schema = Object.hasOwn(form.schema.properties, id)
        ? form.schema.properties[id]
        : undefined
      const value = prefill === null ? null : known[prefill]
      if (schema === undefined || value === null || value === '') return []
      return valueFault(schema, value, today) === null ? [[id, value] as const] : []
    }),
  )
}

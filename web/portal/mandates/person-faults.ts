import { checkIdCard } from '../../../domain/identifiers/id-card.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { PersonDraft } from './mandate-fields.tsx'

/** The day is left to the server. */
const ANY_DAY = '9999-12-31' as LocalDate

/** What is wrong with who was named; a number's fault in the words of the rule. */
export function personFaults(person: PersonDraft, nameFault: string): readonly string[] {
  const number = person.identityNumber.replaceAll(/\s/g, '').toUpperCase()
  const checked = person.identityType === 'id-card' ? checkIdCard(number, ANY_DAY) : null
  return [
    ...(person.name.trim() === '' ? [nameFault] : []),
    ...(checked && !checked.ok ? [checked.sentence] : []),
  ]
}

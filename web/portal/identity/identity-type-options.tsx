import { PERSON_IDENTITY_TYPES } from '../../../domain/application/applicant.ts'
import { useIdentityWords } from './words.ts'

/** The documents a person may prove with, as choices of a select. */
export function IdentityTypeOptions() {
  const words = useIdentityWords()
  return PERSON_IDENTITY_TYPES.map((type) => (
    <option key={type} value={type}>
      {words[type]}
    </option>
  ))
}

import type { IdentityType } from '../../../domain/application/applicant.ts'
import { IdentityTypeOptions } from '../identity/identity-type-options.tsx'
import { useIdentityWords } from '../identity/words.ts'
import { TextField } from './text-field.tsx'
import { useSignInWords } from './words.ts'

export type Registration = {
  readonly kind: 'person' | 'company'
  readonly identityType: IdentityType
  readonly identityNumber: string
  readonly name: string
  readonly contactName: string
}

/** Who one is: a person with a document, or an enterprise and who acts for it. */
export function RegisterFields(props: {
  filled: Registration
  onChange: (filled: Registration) => void
}) {
  const words = useSignInWords()
  const identityWords = useIdentityWords()
  const { filled, onChange } = props
  const { kind, identityType } = filled
  const set = (more: Partial<Registration>) => onChange({ ...filled, ...more })
  const kinds = [
    ['person', words.person],
    ['company', words.company],
  ] as const
  return (
    <>
      <fieldset className="kinds">
        <legend>{words.whoAreYou}</legend>
        {kinds.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="kind"
              checked={kind === value}
              onChange={() =>
                set({ kind: value, identityType: value === 'company' ? 'credit-code' : 'id-card' })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      {kind === 'person' && (
        <label className="field">
          <span>{words.identityType}</span>
          <select
            value={identityType}
            onChange={(event) => set({ identityType: event.target.value as IdentityType })}
          >
            <IdentityTypeOptions />
          </select>
        </label>
      )}
      <TextField
        name="name"
        label={kind === 'company' ? words.companyName : words.name}
        complete={kind === 'company' ? 'organization' : 'name'}
        value={filled.name}
        most={50}
        onChange={(name) => set({ name })}
      />
      <TextField
        name="identityNumber"
        label={kind === 'company' ? identityWords['credit-code'] : words.identityNumber}
        value={filled.identityNumber}
        most={30}
        onChange={(identityNumber) => set({ identityNumber })}
      />
      {kind === 'company' && (
        <TextField
          name="contactName"
          label={words.contactName}
          complete="name"
          value={filled.contactName}
          most={50}
          onChange={(contactName) => set({ contactName })}
        />
      )}
    </>
  )
}

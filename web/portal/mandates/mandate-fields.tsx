import { useEffect, useRef } from 'react'
import type { PersonIdentityType } from '../../../domain/application/applicant.ts'
import { IdentityTypeOptions } from '../identity/identity-type-options.tsx'
import { useMandateWords } from './words.ts'

export type PersonDraft = {
  readonly name: string
  readonly identityType: PersonIdentityType
  readonly identityNumber: string
}

export function PersonFields(props: {
  person: PersonDraft
  nameLabel: string
  onChange: (person: PersonDraft) => void
}) {
  const words = useMandateWords()
  const { person, onChange } = props
  return (
    <>
      <div className="form-field">
        <label htmlFor="person-name">{props.nameLabel}</label>
        <input
          id="person-name"
          value={person.name}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => onChange({ ...person, name: event.target.value })}
        />
      </div>
      <div className="form-field">
        <label htmlFor="person-type">{words.identityType}</label>
        <select
          id="person-type"
          value={person.identityType}
          onChange={(event) =>
            onChange({ ...person, identityType: event.target.value as PersonDraft['identityType'] })
          }
        >
          <IdentityTypeOptions />
        </select>
      </div>
      <div className="form-field">
        <label htmlFor="person-number">{words.identityNumber}</label>
        <input
          id="person-number"
          value={person.identityNumber}
          autoComplete="off"
          maxLength={40}
          onChange={(event) => onChange({ ...person, identityNumber: event.target.value })}
        />
      </div>
    </>
  )
}

export function Choices<Value extends string>(props: {
  legend: string
  kind: 'radio' | 'checkbox'
  choices: readonly { readonly value: Value; readonly label: string }[]
  chosen: readonly Value[]
  onToggle: (value: Value) => void
}) {
  return (
    <fieldset className="form-field">
      <legend>{props.legend}</legend>
      <div className="form-choices">
        {props.choices.map(({ value, label }) => (
          <label key={value} className={`form-option ${props.chosen.includes(value) ? 'on' : ''}`}>
            <input
              type={props.kind}
              name={props.legend}
              checked={props.chosen.includes(value)}
              onChange={() => props.onToggle(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function DayField(props: {
  id: string
  label: string
  help?: string
  value: string
  onChange: (day: string) => void
}) {
  const { id, help } = props
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      {help && (
        <span className="form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <input
        id={id}
        type="date"
        value={props.value}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}

export function Faults({ faults }: { faults: readonly string[] }) {
  const words = useMandateWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [faults])
  if (faults.length === 0) return null
  return (
    <div className="apply-faults" role="alert" tabIndex={-1} ref={box}>
      <h3>{words.faults(faults.length)}</h3>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  )
}

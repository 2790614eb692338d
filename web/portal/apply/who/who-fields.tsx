import { useContext } from 'react'
import type { DraftApplicant } from '../../../../contract/drafts.ts'
import type { PersonIdentityType } from '../../../../domain/application/applicant.ts'
import { IdentityTypeOptions } from '../../identity/identity-type-options.tsx'
import { useIdentityWords } from '../../identity/words.ts'
import { whoFieldId, type WhoFault } from './applicant-faults.ts'
import { CounterDevicesContext } from '../counter-devices.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'

/** What is asked of who applies: of an account only how to reach it, of anybody else also who it is. */
export function WhoFields(props: {
  applicant: DraftApplicant
  isCitizen: boolean
  phoneKnown: boolean
  faults: readonly WhoFault[]
  onChange: (part: Partial<DraftApplicant>) => void
}) {
  const words = useApplyWords()
  const identityWords = useIdentityWords()
  const { applicant, isCitizen, onChange } = props
  const isCompany = applicant.kind === 'company'
  const devices = useContext(CounterDevicesContext)
  return (
    <div className="form-fields apply-who">
      {!isCitizen && (
        <>
          <Kind applicant={applicant} onChange={onChange} />
          {devices && !isCompany && (
            <devices.CardButton
              onRead={({ name, idNumber, address }) =>
                onChange({
                  name,
                  identityType: 'id-card',
                  identityNumber: idNumber,
                  ...(applicant.address === '' ? { address } : {}),
                })
              }
            />
          )}
          <TextLine
            {...props}
            field="name"
            label={isCompany ? words.companyName : words.personName}
            autoComplete={isCompany ? 'organization' : 'name'}
          />
          {!isCompany && (
            <div className="form-field">
              <label htmlFor={whoFieldId('identityType')}>{words.identityType}</label>
              <select
                id={whoFieldId('identityType')}
                value={applicant.identityType ?? 'id-card'}
                onChange={(event) =>
                  onChange({ identityType: event.target.value as PersonIdentityType })
                }
              >
                <IdentityTypeOptions />
              </select>
            </div>
          )}
          <TextLine
            {...props}
            field="identityNumber"
            label={isCompany ? identityWords['credit-code'] : words.identityNumber}
            autoComplete="off"
          />
        </>
      )}
      <TextLine
        {...props}
        field="phone"
        label={words.phone}
        help={words.phoneHelp}
        note={props.phoneKnown ? words.fromAccount : undefined}
        autoComplete="tel"
        type="tel"
      />
      <TextLine
        {...props}
        field="address"
        label={words.address}
        isOptional
        autoComplete="street-address"
      />
      {(isCompany || isCitizen) && (
        <TextLine
          {...props}
          field="contactName"
          label={words.contactName}
          help={words.contactHelp}
          isOptional
          autoComplete="name"
        />
      )}
    </div>
  )
}

function Kind(props: {
  applicant: DraftApplicant
  onChange: (part: Partial<DraftApplicant>) => void
}) {
  const words = useApplyWords()
  const { guide } = useApply()
  const kinds = (['person', 'company'] as const).filter((kind) =>
    kind === 'person'
      ? guide.serviceObjects.includes('natural-person')
      : guide.serviceObjects.some((object) => object !== 'natural-person'),
  )
  return (
    <fieldset className="form-field">
      <legend>{words.applicantKind}</legend>
      <div className="form-choices apply-two">
        {(kinds.length === 0 ? (['person', 'company'] as const) : kinds).map((kind) => (
          <label key={kind} className={`form-option ${props.applicant.kind === kind ? 'on' : ''}`}>
            <input
              type="radio"
              name="kind"
              checked={props.applicant.kind === kind}
              onChange={() =>
                props.onChange({
                  kind,
                  identityType: kind === 'company' ? 'credit-code' : 'id-card',
                })
              }
            />
            <span>{words[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Line = {
  applicant: DraftApplicant
  faults: readonly WhoFault[]
  onChange: (part: Partial<DraftApplicant>) => void
  field: 'name' | 'identityNumber' | 'phone' | 'address' | 'contactName'
  label: string
  autoComplete: string
  help?: string
  note?: string | undefined
  isOptional?: boolean
  type?: string
}

function TextLine({ applicant, faults, field, label, help, note, ...rest }: Line) {
  const words = useApplyWords()
  const id = whoFieldId(field)
  const found = faults.find(({ element }) => element === field)
  const fault = found?.message
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {rest.isOptional && <small className="form-optional">{words.optional}</small>}
      </label>
      {help && (
        <span className="form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {note && <span className="form-note">{note}</span>}
      {fault && (
        <span
          className="form-fault"
          id={`${id}-fault`}
          {...(found?.isOwn ? {} : { lang: 'zh-CN' })}
        >
          {fault}
        </span>
      )}
      <input
        id={id}
        name={field}
        type={rest.type ?? 'text'}
        value={applicant[field]}
        autoComplete={rest.autoComplete}
        aria-invalid={fault !== undefined}
        aria-describedby={[help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')}
        onChange={(event) => rest.onChange({ [field]: event.target.value })}
      />
    </div>
  )
}

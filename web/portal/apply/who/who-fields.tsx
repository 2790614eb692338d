import { useContext, useEffect } from 'react'
import type { DraftApplicant } from '../../../../contract/drafts.ts'
import type { PersonIdentityType } from '../../../../domain/application/applicant.ts'
import { IdentityTypeOptions } from '../../identity/identity-type-options.tsx'
import { useIdentityWords } from '../../identity/words.ts'
import { applicantKinds, kindChosen, type ApplicantKind } from './applicant-kinds.ts'
import { whoFieldId, type WhoFault } from './applicant-faults.ts'
import { CounterDevicesContext } from '../counter-devices.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'

type WhoProps = {
  applicant: DraftApplicant
  isCitizen: boolean
  phoneKnown: boolean
  faults: readonly WhoFault[]
  onChange: (part: Partial<DraftApplicant>) => void
}

/** What is asked of who applies: of an account only how to reach it, of anybody else also who it is. */
export function WhoFields(props: WhoProps) {
  const words = useApplyWords()
  const { applicant, isCitizen } = props
  const isCompany = applicant.kind === 'company'
  return (
    <div className="form-fields apply-who">
      {!isCitizen && <WhoIs {...props} />}
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

/** Of somebody without an account: a person or an enterprise, by the original. */
function WhoIs(props: WhoProps) {
  const words = useApplyWords()
  const identityWords = useIdentityWords()
  const devices = useContext(CounterDevicesContext)
  const { applicant, onChange } = props
  const isCompany = applicant.kind === 'company'
  const kinds = applicantKinds(useApply().guide.serviceObjects)
  const only = kinds.length === 1 && applicant.kind !== kinds[0] ? kinds[0] : undefined
  useEffect(() => {
    // Where the item is for one kind alone, nobody is asked to choose it.
    if (only !== undefined) onChange(kindChosen(only))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, while it is not yet so
  }, [only])
  return (
    <>
      <Kind applicant={applicant} kinds={kinds} onChange={onChange} />
      {devices && !isCompany && kinds.includes('person') && (
        <devices.CardButton
          onRead={({ name, idNumber, address }) =>
            onChange({
              ...kindChosen('person'),
              name,
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
  )
}

function Kind(props: {
  applicant: DraftApplicant
  kinds: readonly ApplicantKind[]
  onChange: (part: Partial<DraftApplicant>) => void
}) {
  const words = useApplyWords()
  return (
    <fieldset className="form-field">
      <legend>{words.applicantKind}</legend>
      <div className="form-choices apply-two">
        {props.kinds.map((kind) => (
          <label key={kind} className={`form-option ${props.applicant.kind === kind ? 'on' : ''}`}>
            <input
              type="radio"
              name="kind"
              checked={props.applicant.kind === kind}
              onChange={() => props.onChange(kindChosen(kind))}
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

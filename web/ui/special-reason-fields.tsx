import {
  SPECIAL_REASON_NAME,
  SPECIAL_REASONS,
  type SpecialCall,
} from '../../domain/queue/special-call.ts'

export const FIRST_SPECIAL: SpecialCall = { reason: 'urgent', text: '' }

export function isSpecialWhole({ reason, text }: SpecialCall): boolean {
  return reason !== 'other' || text.trim() !== ''
}

/** Why a number is called out of order: from the list, in words where the list does not have it. */
export function SpecialReasonFields(props: {
  value: SpecialCall
  onChange: (value: SpecialCall) => void
}) {
  const { value, onChange } = props
  return (
    <>
      <div className="row tall" role="radiogroup" aria-label="理由">
        <span>理由</span>
        <span className="choices">
          {SPECIAL_REASONS.map((reason) => (
            <label key={reason}>
              <input
                className="text"
                type="radio"
                name="special-reason"
                checked={reason === value.reason}
                onChange={() => onChange({ ...value, reason })}
              />
              {SPECIAL_REASON_NAME[reason]}
            </label>
          ))}
        </span>
      </div>
      <label className="row">
        <span>说明</span>
        <input
          className="text"
          value={value.text}
          maxLength={100}
          placeholder={value.reason === 'other' ? '请写明理由' : '可以不填'}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      </label>
    </>
  )
}

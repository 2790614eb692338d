import {
  SPECIAL_REASON_NAME,
  SPECIAL_REASONS,
  type SpecialCall,
} from '../../domain/queue/special-call.ts'
import { ChoiceRow } from './choice-row.tsx'

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
      <ChoiceRow
        label="理由"
        name="special-reason"
        choices={SPECIAL_REASONS}
        nameOf={SPECIAL_REASON_NAME}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
      />
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

import type { IdReading } from '../../../contract/device-kinds.ts'
import { CardButton } from './card-button.tsx'
import { KeyField } from './key-field.tsx'

/** The number of an identity document: laid on the reader where there is one, or typed. */
export function IdentityField(props: {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
  /** What a reader that signs signs over. */
  challenge?: string
  /** The whole reading, for whoever records how the number came in. */
  onRead?: (reading: IdReading) => void
}) {
  return (
    <>
      <CardButton
        challenge={props.challenge}
        onRead={(reading) => {
          props.onChange(reading.idNumber)
          props.onRead?.(reading)
        }}
      />
      <KeyField
        label={props.label}
        help={props.help}
        keys="identity"
        most={18}
        value={props.value}
        onChange={props.onChange}
      />
    </>
  )
}

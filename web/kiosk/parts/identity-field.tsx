import { useState } from 'react'
import type { IdReading } from '../../../contract/device-kinds.ts'
import { readCard } from '../printing/kiosk-bridge.ts'
import { useKioskDevice } from '../printing/use-kiosk-device.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { KeyField } from './key-field.tsx'
import { usePartWords } from './words.ts'

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
  const words = usePartWords()
  const { touch } = useKioskVisit()
  const hasReader = useKioskDevice('id-reader')
  const [state, setState] = useState<'still' | 'reading' | 'nothing'>('still')
  const read = async () => {
    setState('reading')
    const reading = await readCard(props.challenge)
    touch()
    setState(reading === null ? 'nothing' : 'still')
    if (reading === null) return
    props.onChange(reading.idNumber)
    props.onRead?.(reading)
  }
  return (
    <>
      {hasReader && (
        <p className="kiosk-acts">
          <button
            type="button"
            className="btn main"
            disabled={state === 'reading'}
            onClick={() => void read()}
          >
            {state === 'reading' ? words.reading : words.readCard}
          </button>
        </p>
      )}
      <p role="status">{state === 'nothing' && words.noCard}</p>
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

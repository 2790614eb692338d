import { useEffect, useState } from 'react'
import { kioskBridge, readCard } from '../printing/kiosk-bridge.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { KeyField } from './key-field.tsx'
import { usePartWords } from './words.ts'

/** The number of an identity document: laid on the reader where there is one, or typed. */
export function IdentityField(props: {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
}) {
  const words = usePartWords()
  const { touch } = useKioskVisit()
  const [hasReader, setReader] = useState(false)
  const [state, setState] = useState<'still' | 'reading' | 'nothing'>('still')
  useEffect(() => {
    void kioskBridge().then((bridge) => setReader(bridge !== null))
  }, [])
  const read = async () => {
    setState('reading')
    const number = await readCard()
    touch()
    setState(number === null ? 'nothing' : 'still')
    if (number !== null) props.onChange(number)
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

import { useState } from 'react'
import type { IdReading } from '../../../contract/device-kinds.ts'
import { readCard } from '../printing/kiosk-bridge.ts'
import { useKioskDevice } from '../printing/use-kiosk-device.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { usePartWords } from './words.ts'

/** Reads the card that is laid down; nothing where the kiosk has no reader, and whoever is not read types. */
export function CardButton(props: {
  onRead: (reading: IdReading) => void
  /** What a reader that signs signs over. */
  challenge?: string | undefined
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
    if (reading !== null) props.onRead(reading)
  }
  if (!hasReader) return null
  return (
    <>
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
      <p role="status">{state === 'nothing' && words.noCard}</p>
    </>
  )
}

import { useState } from 'react'
import type { z } from 'zod'
import type { IdReading } from '../../../contract/device-kinds.ts'
import type { askForBox } from '../../../contract/lockers.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { IdentityField } from '../parts/identity-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { SignField } from './sign-field.tsx'
import { useCollectWords } from './words.ts'

export type Collector = Pick<z.input<typeof askForBox.body>, 'identity' | 'signature'>

/** The card, read or typed, and the signature on the receipt: nothing opens without both. */
export function WhoCollects(props: {
  box: number
  challenge: string
  busy: boolean
  problem: ApiProblem | null
  onBack: () => void
  onReady: (who: Collector) => void
}) {
  const { box, busy, problem } = props
  const words = useCollectWords()
  const [number, setNumber] = useState('')
  const [reading, setReading] = useState<IdReading | null>(null)
  const [signature, setSignature] = useState<string | null>(null)
  const isReady = /^\d{17}[\dX]$/.test(number) && signature !== null && !busy
  const ready = () => {
    if (signature === null) return
    const entry = reading?.idNumber === number ? 'reader' : 'manual'
    const proof = entry === 'reader' ? (reading?.proof ?? null) : null
    props.onReady({ identity: { number, entry, proof }, signature })
  }
  return (
    <KioskPage title={words.lockerBox(box)} lead={words.lockerWho} onBack={props.onBack}>
      <IdentityField
        label={words.identity}
        help={words.identityHelp}
        value={number}
        onChange={setNumber}
        challenge={props.challenge}
        onRead={setReading}
      />
      <SignField onSigned={setSignature} />
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        <button type="button" className="btn main" disabled={!isReady} onClick={ready}>
          {busy ? words.openingBox : words.openBox}
        </button>
      </p>
    </KioskPage>
  )
}

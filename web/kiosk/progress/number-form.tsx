import { useState } from 'react'
import type { z } from 'zod'
import type { lookUpProgress } from '../../../contract/progress.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { LOOK_UP_PROGRESS } from '../../portal/progress/progress-operation.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KeyField } from '../parts/key-field.tsx'
import { useScanned } from '../ticket/use-scanned.ts'
import { useProgressWords } from './words.ts'

export type Found = z.output<typeof lookUpProgress.reply>

/** The number on the receipt, then its code: one thing a page; the receipt's own code fills the number in. */
export function NumberForm({ onFound }: { onFound: (found: Found, code: string) => void }) {
  const words = useProgressWords()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'number' | 'code'>('number')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useScanned((scanned) => {
    const [known] = /\d{6}-?\d{8}-?\d{6}/.exec(scanned) ?? []
    if (known === undefined) return
    setNumber(known)
    setStep('code')
  })
  const look = async () => {
    setBusy(true)
    setProblem(null)
    try {
      onFound(await call(LOOK_UP_PROGRESS, { body: { number, code } }), code)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  if (step === 'number')
    return (
      <>
        <KeyField
          label={words.number}
          help={words.numberHelp}
          keys="number"
          most={40}
          value={number}
          onChange={setNumber}
        />
        <p className="kiosk-acts">
          <button
            type="button"
            className="btn main"
            disabled={number.length < 8}
            onClick={() => setStep('code')}
          >
            {words.next}
          </button>
        </p>
      </>
    )
  return (
    <>
      <p className="kiosk-note">
        {words.number} {number}
      </p>
      <KeyField
        label={words.code}
        help={words.codeHelp}
        keys="digits"
        most={6}
        value={code}
        secret
        onChange={setCode}
      />
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        <button type="button" className="btn" onClick={() => setStep('number')}>
          {words.change}
        </button>
        <button
          type="button"
          className="btn main"
          disabled={busy || code.length !== 6}
          onClick={() => void look()}
        >
          {busy ? words.looking : words.look}
        </button>
      </p>
    </>
  )
}

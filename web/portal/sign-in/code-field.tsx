import { useEffect, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from './text-field.tsx'
import { useSignInWords } from './words.ts'

type Sent = { readonly codeId: string; readonly validMinutes: number; readonly againAfter: number }

/** Asks for a one-time code, counts down to the next, and takes the six digits. */
export function CodeField(props: {
  label: string
  code: string
  onCode: (code: string) => void
  onSent: (codeId: string) => void
  ask: () => Promise<Sent>
  /** Something is missing that the code needs. */
  disabled?: boolean
  sentNote?: string
  simulated?: boolean
}) {
  const words = useSignInWords()
  const [left, setLeft] = useState(0)
  const [sent, setSent] = useState<Sent | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left])
  const ask = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const answer = await props.ask()
      setSent(answer)
      setLeft(answer.againAfter)
      props.onSent(answer.codeId)
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    setBusy(false)
  }
  return (
    <div className="code-field">
      <TextField
        name="code"
        label={props.label}
        value={props.code}
        complete="one-time-code"
        inputMode="numeric"
        least={6}
        most={6}
        onChange={(typed) => props.onCode(typed.replaceAll(/\D/g, ''))}
      />
      <button
        type="button"
        className="btn"
        disabled={busy || left > 0 || props.disabled === true}
        onClick={() => void ask()}
      >
        {left > 0 ? words.codeAgain(left) : words.sendCode}
      </button>
      <p className="soft small" role="status">
        {sent && `${props.sentNote ?? ''}${words.codeSent(sent.validMinutes)} `}
        {sent && props.simulated && (
          <a href="/demo/messages" target="_blank" rel="noreferrer">
            {words.simulated}
          </a>
        )}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}

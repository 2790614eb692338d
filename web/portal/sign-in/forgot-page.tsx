import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { RESET_CODE, RESET_PASSWORD, SIGN_IN_WAYS } from './citizen-operations.ts'
import { CodeField } from './code-field.tsx'
import { TextField } from './text-field.tsx'
import { useSignInWords } from './words.ts'
import '../sign-in.css'

type By = 'phone' | 'email'
const loadWays = (signal: AbortSignal) => call(SIGN_IN_WAYS, { signal })

/** A new password by a code to the registered phone or e-mail. Nobody learns here who has an account. */
export function ForgotPage() {
  const words = useSignInWords()
  const { reply: ways } = useAnswer(loadWays)
  const [account, setAccount] = useState('')
  const [by, setBy] = useState<By>('phone')
  const [code, setCode] = useState('')
  const [codeId, setCodeId] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const reset = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call(RESET_PASSWORD, { body: { codeId, code, password } })
      setDone(true)
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    setBusy(false)
  }
  return (
    <PublicShell title={words.forgotTitle}>
      <div className="wrap sign-in">
        {done ? (
          <section className="card claim-done" aria-live="polite">
            <h1>{words.forgotTitle}</h1>
            <p>{words.resetDone}</p>
            <a className="btn main" href="/sign-in">
              {words.title}
            </a>
          </section>
        ) : (
          <form
            className="card"
            onSubmit={(event) => {
              event.preventDefault()
              void reset()
            }}
          >
            <h1>{words.forgotTitle}</h1>
            <p className="soft">{words.forgotHelp}</p>
            <TextField
              name="account"
              label={words.forgotAccount}
              complete="username"
              value={account}
              onChange={setAccount}
            />
            <ByChoice by={by} onChange={setBy} />
            <CodeField
              label={by === 'phone' ? words.code : words.emailCode}
              code={code}
              onCode={setCode}
              onSent={setCodeId}
              ask={async () => await call(RESET_CODE, { body: { account, by } })}
              disabled={account.trim() === ''}
              sentNote={`${words.ifKnown} `}
              simulated={ways?.simulated === true && by === 'phone'}
            />
            <TextField
              name="password"
              label={words.next}
              help={words.passwordRules}
              type="password"
              complete="new-password"
              least={10}
              most={256}
              value={password}
              onChange={setPassword}
            />
            {problem && <ProblemNote problem={problem} kept={words.kept} />}
            <button type="submit" className="btn main" disabled={busy || codeId === ''}>
              {busy ? words.resetting : words.reset}
            </button>
            <p className="soft small">{words.staffForgot}</p>
          </form>
        )}
      </div>
    </PublicShell>
  )
}

function ByChoice({ by, onChange }: { by: By; onChange: (by: By) => void }) {
  const words = useSignInWords()
  const ways = [
    ['phone', words.byPhone],
    ['email', words.byEmail],
  ] as const
  return (
    <fieldset className="kinds">
      <legend>{words.by}</legend>
      {ways.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="by" checked={by === value} onChange={() => onChange(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

import { useState } from 'react'
import { ApiProblem, asApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_CHANGE_PASSWORD, PUBLIC_WHO_AM_I } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import { useSignInWords } from './sign-in/words.ts'
import './sign-in.css'

/** A password given by an administrator is changed before anything else. */
export function PasswordPage() {
  const words = useSignInWords()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const change = async () => {
    if (next !== again) {
      setProblem(
        new ApiProblem({
          code: 'passwords-differ',
          detail: words.differ,
          status: 422,
        }),
      )
      return
    }
    setBusy(true)
    try {
      await call(PUBLIC_CHANGE_PASSWORD, { body: { current, next } })
      const me = await call(PUBLIC_WHO_AM_I)
      rememberVisitor(me)
      window.location.assign(me.home)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <PublicShell
      title={words.passwordTitle}
      account={
        <a className="tool strong" href="/sign-in">
          {words.otherAccount}
        </a>
      }
    >
      <div className="wrap sign-in">
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault()
            void change()
          }}
        >
          <h1>{words.passwordTitle}</h1>
          <p className="soft">{words.passwordHelp}</p>
          <Password
            name={words.current}
            value={current}
            complete="current-password"
            onChange={setCurrent}
          />
          <Password
            name={words.next}
            value={next}
            complete="new-password"
            least={10}
            onChange={setNext}
          />
          <Password
            name={words.again}
            value={again}
            complete="new-password"
            least={10}
            onChange={setAgain}
          />
          {problem && <ProblemNote problem={problem} />}
          <button type="submit" className="btn main" disabled={busy}>
            {busy ? words.changing : words.change}
          </button>
        </form>
      </div>
    </PublicShell>
  )
}

function Password(props: {
  name: string
  value: string
  complete: string
  least?: number
  onChange: (value: string) => void
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <input
        type="password"
        value={props.value}
        autoComplete={props.complete}
        minLength={props.least}
        maxLength={256}
        required
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}

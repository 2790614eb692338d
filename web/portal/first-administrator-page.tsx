import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_FIRST_ADMINISTRATOR } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import { useSignInWords } from './sign-in/words.ts'
import './sign-in.css'

const FIELDS = [
  { name: 'code', label: 'firstCode', type: 'text', complete: 'one-time-code', least: 1 },
  { name: 'username', label: 'account', type: 'text', complete: 'username', least: 1 },
  { name: 'name', label: 'name', type: 'text', complete: 'name', least: 1 },
  {
    name: 'password',
    label: 'passwordRule',
    type: 'password',
    complete: 'new-password',
    least: 10,
  },
] as const

/** The first system administrator of a new installation, by the code the server printed once. */
export function FirstAdministratorPage() {
  const words = useSignInWords()
  const [filled, setFilled] = useState({ code: '', username: '', name: '', password: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const appoint = async () => {
    setBusy(true)
    try {
      const me = await call(PUBLIC_FIRST_ADMINISTRATOR, { body: filled })
      rememberVisitor(me)
      window.location.assign(me.home)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <PublicShell title={words.firstTitle}>
      <div className="wrap sign-in">
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault()
            void appoint()
          }}
        >
          <h1>{words.firstTitle}</h1>
          <p className="soft">{words.firstHelp}</p>
          {FIELDS.map(({ name, label, type, complete, least }) => (
            <label key={name} className="field">
              <span>{words[label]}</span>
              <input
                name={name}
                type={type}
                value={filled[name]}
                autoComplete={complete}
                minLength={least}
                maxLength={name === 'password' ? 256 : 64}
                required
                onChange={(event) => setFilled({ ...filled, [name]: event.target.value })}
              />
            </label>
          ))}
          {problem && <ProblemNote problem={problem} kept={words.kept} />}
          <button type="submit" className="btn main" disabled={busy}>
            {busy ? words.appointing : words.appoint}
          </button>
        </form>
      </div>
    </PublicShell>
  )
}

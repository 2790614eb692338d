import { useEffect, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { CastList } from './cast-list.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_CAST, PUBLIC_SIGN_IN } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import { safeNext } from './safe-next.ts'
import { SIGN_IN_WAYS } from './sign-in/citizen-operations.ts'
import { useSignInWords } from './sign-in/words.ts'
import { useAnswer } from './use-answer.ts'
import './sign-in.css'

const loadCast = (signal: AbortSignal) => call(PUBLIC_CAST, { signal })
const loadWays = (signal: AbortSignal) => call(SIGN_IN_WAYS, { signal })

/** What the way back from the identity provider says in the address. */
const PROBLEMS = [
  'provider-unavailable',
  'provider-refused',
  'sign-in-expired',
  'identity-not-supplied',
  'level-too-low',
] as const

export function SignInPage() {
  const words = useSignInWords()
  const { reply: cast } = useAnswer(loadCast)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => rememberVisitor(undefined), [])

  const enter = async (who: string, secret: string) => {
    setBusy(true)
    setProblem(null)
    try {
      const me = await call(PUBLIC_SIGN_IN, { body: { username: who, password: secret } })
      rememberVisitor(me)
      const next = safeNext(window.location.search, me.home)
      window.location.assign(me.mustChangePassword ? '/password' : next)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <PublicShell
      title={words.title}
      account={
        <a className="tool strong" href="/">
          {words.home}
        </a>
      }
    >
      <div className={`wrap sign-in ${cast?.people.length ? 'with-cast' : ''}`}>
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault()
            void enter(username, password)
          }}
        >
          <h1>{words.title}</h1>
          <ProviderWay />
          <label className="field">
            <span>{words.account}</span>
            <input
              name="username"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
              autoComplete="username"
              autoFocus
              required
              maxLength={64}
              aria-describedby="account-help"
            />
          </label>
          <small id="account-help" className="soft small under">
            {words.accountHelp}
          </small>
          <label className="field">
            <span>{words.password}</span>
            <input
              name="password"
              type="password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              required
              maxLength={256}
            />
          </label>
          {problem && <ProblemNote problem={problem} />}
          <button type="submit" className="btn main" disabled={busy}>
            {busy ? words.entering : words.enter}
          </button>
          <p className="ways">
            <a href="/register">{words.register}</a>
            <a href="/forgot">{words.forgot}</a>
          </p>
          <p className="soft small">{words.staffForgot}</p>
        </form>
        {cast && cast.people.length > 0 && (
          <CastList
            people={cast.people}
            busy={busy}
            onChoose={(who) => void enter(who, cast.password ?? '')}
          />
        )}
      </div>
    </PublicShell>
  )
}

/** The province's own sign-in, where it is set; and what became of the last one. */
function ProviderWay() {
  const words = useSignInWords()
  const { reply: ways } = useAnswer(loadWays)
  const search = new URLSearchParams(window.location.search)
  const problem = PROBLEMS.find((one) => one === search.get('problem'))
  const next = safeNext(window.location.search, '/my')
  return (
    <>
      {problem && (
        <p className="banner" role="alert">
          {words[problem]}
        </p>
      )}
      {ways?.provider && (
        <>
          <a className="btn" href={`${ways.provider.start}?next=${encodeURIComponent(next)}`}>
            {words.provider(ways.provider.name)}
          </a>
          <p className="or soft">{words.or}</p>
        </>
      )}
    </>
  )
}

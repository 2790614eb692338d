import { useEffect, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { CastList } from './cast-list.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_CAST, PUBLIC_SIGN_IN } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import { safeNext } from './safe-next.ts'
import { useAnswer } from './use-answer.ts'
import './sign-in.css'

const loadCast = (signal: AbortSignal) => call(PUBLIC_CAST, { signal })

export function SignInPage() {
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
      title="登录"
      account={
        <a className="tool strong" href="/">
          回到首页
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
          <h1>登录</h1>
          <label className="field">
            <span>账号</span>
            <input
              name="username"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
              autoComplete="username"
              autoFocus
              required
              maxLength={64}
            />
          </label>
          <label className="field">
            <span>密码</span>
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
            {busy ? '正在登录…' : '登录'}
          </button>
          <p className="soft small">忘记密码请联系本单位的系统管理员。</p>
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

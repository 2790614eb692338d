import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_FIRST_ADMINISTRATOR } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import './sign-in.css'

const FIELDS = [
  { name: 'code', label: '一次性口令', type: 'text', complete: 'one-time-code', least: 1 },
  { name: 'username', label: '账号', type: 'text', complete: 'username', least: 1 },
  { name: 'name', label: '姓名', type: 'text', complete: 'name', least: 1 },
  {
    name: 'password',
    label: '密码（至少 10 位）',
    type: 'password',
    complete: 'new-password',
    least: 10,
  },
] as const

/** The first system administrator of a new installation, by the code the server printed once. */
export function FirstAdministratorPage() {
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
    <PublicShell title="首位系统管理员">
      <div className="wrap sign-in">
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault()
            void appoint()
          }}
        >
          <h1>首位系统管理员</h1>
          <p className="soft">一次性口令在服务器首次启动时显示过一次，用过即失效。</p>
          {FIELDS.map(({ name, label, type, complete, least }) => (
            <label key={name} className="field">
              <span>{label}</span>
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
          {problem && <ProblemNote problem={problem} kept="您填写的内容仍在上面。" />}
          <button type="submit" className="btn main" disabled={busy}>
            {busy ? '正在设立…' : '设立并进入'}
          </button>
        </form>
      </div>
    </PublicShell>
  )
}

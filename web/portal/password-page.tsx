import { useState } from 'react'
import { ApiProblem, asApiProblem } from '../api/api-problem.ts'
import { call } from '../api/call.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { rememberVisitor } from './known-visitor.ts'
import { PUBLIC_CHANGE_PASSWORD, PUBLIC_WHO_AM_I } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import './sign-in.css'

/** A password given by an administrator is changed before anything else. */
export function PasswordPage() {
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
          detail: '两次输入的新密码不一样，请重新输入。',
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
      title="修改密码"
      account={
        <a className="tool strong" href="/sign-in">
          换账号登录
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
          <h1>修改密码</h1>
          <p className="soft">首次登录须改掉管理员给的密码。新密码至少 10 位，只有您自己知道。</p>
          <Password
            name="当前密码"
            value={current}
            complete="current-password"
            onChange={setCurrent}
          />
          <Password
            name="新密码"
            value={next}
            complete="new-password"
            least={10}
            onChange={setNext}
          />
          <Password
            name="再输一次新密码"
            value={again}
            complete="new-password"
            least={10}
            onChange={setAgain}
          />
          {problem && <ProblemNote problem={problem} />}
          <button type="submit" className="btn main" disabled={busy}>
            {busy ? '正在修改…' : '修改并进入'}
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

import { useState } from 'react'
import type { z } from 'zod'
import type { lookUpProgress } from '../../../contract/progress.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { PublicShell } from '../public-shell.tsx'
import { TextField } from '../sign-in/text-field.tsx'
import { LOOK_UP_PROGRESS } from './progress-operation.ts'
import { ProgressView } from './progress-view.tsx'
import { useProgressWords } from './words.ts'
import '../my/my.css'
import './progress.css'

/** By number and query code, without an account. The code never stands in an address. */
export function ProgressPage() {
  const words = useProgressWords()
  const [found, setFound] = useState<z.output<typeof lookUpProgress.reply> | null>(null)
  return (
    <PublicShell title={words.title}>
      <div className="wrap my progress">
        {found ? (
          <>
            <ProgressView found={found} />
            <p className="ways">
              <button type="button" className="btn" onClick={() => setFound(null)}>
                {words.another}
              </button>
              <a className="btn quiet" href="/my">
                {words.signIn}
              </a>
            </p>
          </>
        ) : (
          <LookUp onFound={setFound} />
        )}
      </div>
    </PublicShell>
  )
}

function LookUp(props: { onFound: (found: z.output<typeof lookUpProgress.reply>) => void }) {
  const words = useProgressWords()
  const [number, setNumber] = useState(
    () => new URLSearchParams(window.location.search).get('number') ?? '',
  )
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const look = async () => {
    setBusy(true)
    setProblem(null)
    try {
      props.onFound(await call(LOOK_UP_PROGRESS, { body: { number, code } }))
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      <h1>{words.title}</h1>
      <p className="soft">{words.help}</p>
      <TextField
        name="number"
        label={words.number}
        help={words.numberHelp}
        value={number}
        most={40}
        onChange={setNumber}
      />
      <TextField
        name="code"
        label={words.code}
        help={words.codeHelp}
        value={code}
        inputMode="numeric"
        most={12}
        onChange={setCode}
      />
      {problem && <ProblemNote problem={problem} kept={words.kept} />}
      <button type="submit" className="btn main" disabled={busy}>
        {busy ? words.looking : words.look}
      </button>
    </form>
  )
}

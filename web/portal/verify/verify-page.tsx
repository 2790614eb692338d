import { useCallback, useEffect, useState } from 'react'
import type { VerifyReport } from '../../../contract/documents.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CameraReader } from './camera-reader.tsx'
import { codeInPicture, verificationCodeOf } from './qr-code.ts'
import { FileDrop } from './file-drop.tsx'
import { PUBLIC_VERIFY_CODE, PUBLIC_VERIFY_FILE } from '../public-operations.ts'
import { PublicShell } from '../public-shell.tsx'
import { VerifyResult } from './verify-result.tsx'
import { useVerifyWords } from './words.ts'
import './verify.css'

type State =
  | { at: 'ask'; problem?: ApiProblem; hint?: string }
  | { at: 'camera' }
  | { at: 'busy' }
  | { at: 'told'; report: VerifyReport }

/** Genuine or not, by whom, and valid today: from the QR code on the paper, or the PDF itself. */
export function VerifyPage({ code }: { code?: string }) {
  const words = useVerifyWords()
  const [state, setState] = useState<State>(code === undefined ? { at: 'ask' } : { at: 'busy' })
  const tell = useCallback((work: Promise<VerifyReport>) => {
    work.then(
      (report) => setState({ at: 'told', report }),
      (error: unknown) => setState({ at: 'ask', problem: asApiProblem(error) }),
    )
  }, [])
  const verify = useCallback(
    (typed: string) => {
      setState({ at: 'busy' })
      tell(call(PUBLIC_VERIFY_CODE, { params: { code: typed } }))
    },
    [tell],
  )
  useEffect(() => {
    if (code !== undefined) tell(call(PUBLIC_VERIFY_CODE, { params: { code } }))
  }, [code, tell])

  const onFile = async (file: File) => {
    setState({ at: 'busy' })
    if (isPdf(file)) {
      const body = new FormData()
      body.append('file', file)
      tell(call(PUBLIC_VERIFY_FILE, { body }))
      return
    }
    const found = await codeInPicture(file)
    if (found !== undefined) verify(found)
    else setState({ at: 'ask', hint: words.noCode })
  }
  return (
    <PublicShell title={words.title}>
      <div className="wrap verify">
        <h1>{words.title}</h1>
        <p className="soft">{words.intro}</p>
        {state.at === 'ask' && (
          <>
            {state.problem && <ProblemNote problem={state.problem} />}
            {state.hint && <p className="banner">{state.hint}</p>}
            <VerifyWays
              onFile={(file) => void onFile(file)}
              onCode={verify}
              onCamera={() => setState({ at: 'camera' })}
            />
          </>
        )}
        {state.at === 'camera' && (
          <CameraReader onCode={verify} onClose={() => setState({ at: 'ask' })} />
        )}
        {state.at === 'busy' && <Skeleton lines={6} />}
        {state.at === 'told' && (
          <VerifyResult report={state.report} onAgain={() => setState({ at: 'ask' })} />
        )}
      </div>
    </PublicShell>
  )
}

function VerifyWays(props: {
  onFile: (file: File) => void
  onCode: (code: string) => void
  onCamera: () => void
}) {
  const words = useVerifyWords()
  const [typed, setTyped] = useState('')
  const code = verificationCodeOf(typed)
  const hasCamera = typeof navigator.mediaDevices?.getUserMedia === 'function'
  return (
    <div className="verify-ways">
      <section className="card">
        <h2>{words.byCode}</h2>
        {hasCamera && (
          <button type="button" className="btn main" onClick={props.onCamera}>
            {words.openCamera}
          </button>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (code !== undefined) props.onCode(code)
          }}
        >
          <label className="field">
            <span>{words.typeCode}</span>
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              maxLength={300}
            />
          </label>
          <button type="submit" className="btn" disabled={code === undefined}>
            {words.verify}
          </button>
        </form>
      </section>
      <FileDrop onFile={props.onFile} />
    </div>
  )
}

function isPdf(file: File): boolean {
  return file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf')
}

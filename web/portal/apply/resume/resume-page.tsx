import { useEffect, useState } from 'react'
import { bundleSlipCodeOf, slipCodeOf } from '../../../../domain/drafts/slip-code.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { PublicShell } from '../../public-shell.tsx'
import { resumeBundle } from '../../bundles/resume-bundle.ts'
import { RESUME_DRAFT } from '../apply-operations.ts'
import { useApplyWords } from '../words.ts'
import '../apply.css'
import './resume.css'

/** Going on elsewhere by the code on the slip; it stands behind the # when the slip's picture was scanned. */
export function ResumePage() {
  const words = useApplyWords()
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const [faulty, setFaulty] = useState(false)
  // The code does not stay in the history of a device that others use.
  useEffect(() => window.history.replaceState(null, '', '/resume'), [])
  const open = async () => {
    const isBundle = bundleSlipCodeOf(code) !== undefined
    const isCode = isBundle || slipCodeOf(code) !== undefined
    setFaulty(!isCode)
    if (!isCode) return
    setBusy(true)
    setProblem(null)
    try {
      if (isBundle) {
        window.location.assign(`/bundles/${await resumeBundle(code)}/apply`)
        return
      }
      const { itemId, draftId, step } = await call(RESUME_DRAFT, { body: { code } })
      window.location.assign(`/apply/${itemId}?draft=${draftId}#${step}`)
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  const needsAccount = problem?.code === 'draft-of-account'
  return (
    <PublicShell title={words.resume}>
      <form
        className="wrap apply-narrow apply-barred"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <h1>{words.resume}</h1>
        <p className="soft">{words.resumeLead}</p>
        <div className="form-field apply-code">
          <label htmlFor="slip-code">{words.slipCode}</label>
          {faulty && (
            <span className="form-fault" id="slip-fault" role="alert">
              {words.slipFault}
            </span>
          )}
          <input
            id="slip-code"
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            aria-invalid={faulty}
            aria-describedby={faulty ? 'slip-fault' : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        {problem && <ProblemNote problem={problem} />}
        <div className="apply-go">
          <button type="submit" className="btn main" disabled={busy}>
            {words.goOnFilling}
          </button>
          {needsAccount && (
            <a className="btn" href={`/sign-in?next=${encodeURIComponent(`/resume#${code}`)}`}>
              {words.signIn}
            </a>
          )}
        </div>
      </form>
    </PublicShell>
  )
}

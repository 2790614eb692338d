import { useEffect, useState } from 'react'
import { slipCodeOf } from '../../../domain/drafts/slip-code.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { RESUME_DRAFT } from '../../portal/apply/apply-operations.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KeyField } from '../parts/key-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useScanned } from '../ticket/use-scanned.ts'
import { useApplyWords } from './words.ts'

/** Begun at home, gone on with here: papers are photographed or scanned into the draft that the slip's code opens. */
export function KioskResume() {
  const words = useApplyWords()
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  // The code stays in no history.
  useEffect(() => window.history.replaceState(null, '', '/kiosk/resume'), [])
  const open = async (given: string) => {
    setBusy(true)
    setProblem(null)
    try {
      const { itemId, draftId } = await call(RESUME_DRAFT, { body: { code: given } })
      window.location.assign(
        `/kiosk/apply/${encodeURIComponent(itemId)}?draft=${draftId}#materials`,
      )
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  useScanned((scanned) => {
    const given = scanned.split('#').at(-1) ?? ''
    if (slipCodeOf(given) !== undefined) void open(given)
  })
  const next = encodeURIComponent(`/kiosk/resume#${code}`)
  return (
    <KioskPage title={words.resume} lead={words.resumeSays}>
      <KeyField label={words.slip} keys="code" most={20} value={code} onChange={setCode} />
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        {problem?.code === 'draft-of-account' && (
          <a className="btn" href={`/kiosk/sign-in?next=${next}`}>
            {words.signIn}
          </a>
        )}
        <button
          type="button"
          className="btn main"
          disabled={busy || slipCodeOf(code) === undefined}
          onClick={() => void open(code)}
        >
          {busy ? words.opening : words.open}
        </button>
      </p>
    </KioskPage>
  )
}

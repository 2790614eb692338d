import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { pairPhone } from '../../../../contract/uploads.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { PAIR_PHONE } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'
import { useUploadWords } from './words.ts'
import './upload.css'

type Pairing = z.output<typeof pairPhone.reply>
/** Milliseconds between looks at what the phone sent. */
const LOOK = 2_000

/** The phone as a scanner for this screen: a code to scan, and what it photographs appears here. */
export function PhonePairing({ material }: { material: number }) {
  const words = useUploadWords()
  const { state, ensureStarted, refreshPages } = useApply()
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    if (!pairing) return undefined
    const timer = setInterval(() => void refreshPages(), LOOK)
    const end = setTimeout(() => setPairing(null), Date.parse(pairing.expiresAt) - Date.now())
    return () => {
      clearInterval(timer)
      clearTimeout(end)
    }
  }, [pairing, refreshPages])
  const begin = async () => {
    setProblem(null)
    try {
      await ensureStarted()
      const params = { draftId: state.draft.draftId, number: material }
      setPairing(await call(PAIR_PHONE, { params }))
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section className="upload-pairing wide">
      {problem && <ProblemNote problem={problem} />}
      {pairing ? (
        <>
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(pairing.qr)}`}
            alt={words.pairingCode}
            width="168"
            height="168"
          />
          <div>
            <p>
              <b>{words.scanWithPhone}</b>
            </p>
            <p className="soft">{words.scanHelp}</p>
            <button type="button" className="btn quiet" onClick={() => setPairing(null)}>
              {words.endPairing}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="apply-link" onClick={() => void begin()}>
          {words.usePhone}
        </button>
      )}
    </section>
  )
}

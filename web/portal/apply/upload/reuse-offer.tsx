import { useCallback, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useAnswer } from '../../use-answer.ts'
import { LIST_REUSABLE, REUSE_MATERIAL } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'
import { useUploadWords } from './words.ts'
import './upload.css'

/** What was verified of this applicant before serves again, when they agree; asked anew each time. */
export function ReuseOffer({ material }: { material: RequiredMaterial }) {
  const words = useUploadWords()
  const { me, state, pagesOf, refreshPages } = useApply()
  const { draftId, version } = state.draft
  const mayAsk = me?.role === 'applicant' && version > 0
  const load = useCallback(
    async (signal: AbortSignal) =>
      mayAsk ? await call(LIST_REUSABLE, { params: { draftId }, signal }) : null,
    [mayAsk, draftId],
  )
  const { reply } = useAnswer(load)
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const offers = (reply?.materials ?? []).filter((one) => one.material === material.number)
  const used = pagesOf(material.number).some(({ via }) => via === 'reused' || via === 'certificate')
  if (offers.length === 0 || used) return null
  const reuse = async (offer: (typeof offers)[number]) => {
    setProblem(null)
    try {
      const { sourceApplicationId, sourceFileId } = offer
      await call(REUSE_MATERIAL, {
        params: { draftId, number: material.number },
        body: { uploadId: uuidv7(), sourceApplicationId, sourceFileId, consent: true },
      })
      await refreshPages()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section className="apply-known reuse">
      <p>
        <b>{words.reuseTitle}</b>
      </p>
      <label className="apply-check">
        <input
          type="checkbox"
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <span>{words.reuseConsent}</span>
      </label>
      {offers.map((offer) => (
        <p key={`${offer.sourceApplicationId}${offer.sourceFileId ?? ''}`} className="reuse-row">
          <span>
            <b lang="zh-CN">{offer.name}</b>
            <small className="soft">
              {words.reuseFrom(offer.sourceNumber, offer.verifiedOn, offer.freshUntil ?? '')}
            </small>
          </span>
          <button
            type="button"
            className="btn"
            disabled={!agreed}
            onClick={() => void reuse(offer)}
          >
            {words.reuse}
          </button>
        </p>
      ))}
      {problem && <ProblemNote problem={problem} />}
    </section>
  )
}

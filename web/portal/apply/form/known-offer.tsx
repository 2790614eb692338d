import { useCallback, useState } from 'react'
import type { FormGroup } from '../../../../domain/form/form-definition.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useAnswer } from '../../use-answer.ts'
import { LIST_KNOWN_ANSWERS, TAKE_KNOWN_ANSWERS } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'

/** What a window verified of this applicant before fills the group's empty fields, when they agree; asked anew each time. */
export function KnownOffer({ group }: { group: FormGroup }) {
  const words = useApplyWords()
  const { me, state, patch } = useApply()
  const { draftId, version, content } = state.draft
  const mayAsk = me?.role === 'applicant' && version > 0
  const load = useCallback(
    async (signal: AbortSignal) =>
      mayAsk ? await call(LIST_KNOWN_ANSWERS, { params: { draftId }, signal }) : null,
    [mayAsk, draftId],
  )
  const { reply } = useAnswer(load)
  const [agreed, setAgreed] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const offers = (reply?.known ?? []).filter(
    ({ element }) =>
      group.fields.some((field) => field.element === element) &&
      (content.answers[element] === undefined || content.answers[element] === ''),
  )
  const [first] = offers
  if (first === undefined) return null
  const take = async () => {
    setProblem(null)
    try {
      const elements = offers.map(({ element }) => element)
      const { answers } = await call(TAKE_KNOWN_ANSWERS, {
        params: { draftId },
        body: { elements, consent: true },
      })
      patch({ answers })
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section className="apply-known reuse">
      <p>
        <b>{words.knownBefore}</b>
        <br />
        <span className="soft">
          <span lang="zh-CN">{offers.map(({ title }) => title).join('、')}</span>
          {words.knownFrom(first.sourceNumber, first.verifiedOn, first.freshUntil)}
        </span>
      </p>
      <label className="apply-check">
        <input
          type="checkbox"
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <span>{words.knownConsent}</span>
      </label>
      <button type="button" className="btn" disabled={!agreed} onClick={() => void take()}>
        {words.knownTake}
      </button>
      {problem && <ProblemNote problem={problem} />}
    </section>
  )
}

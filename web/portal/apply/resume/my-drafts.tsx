import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { longDate, shortMinute } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { dropDraft } from '../../offline/kept-draft.ts'
import { useAnswer } from '../../use-answer.ts'
import { DELETE_DRAFT, LIST_DRAFTS } from '../apply-operations.ts'
import { useApplyWords } from '../words.ts'
import '../apply.css'
import './resume.css'

const load = (signal: AbortSignal) => call(LIST_DRAFTS, { signal })

/** Applications begun and not handed in, for my place: to go on with, or to take out. Nothing where there is none. */
export function MyDrafts() {
  const words = useApplyWords()
  const { reply, retry } = useAnswer(load)
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  if (!reply || reply.drafts.length === 0) return null
  const remove = async (draftId: string) => {
    setProblem(null)
    try {
      await call(DELETE_DRAFT, { params: { draftId } })
      dropDraft(localStorage, draftId)
      retry()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section className="card my-panel apply-drafts" aria-labelledby="my-drafts">
      <h2 id="my-drafts">{words.drafts}</h2>
      {problem && <ProblemNote problem={problem} />}
      <ul>
        {reply.drafts.map(({ draftId, itemId, itemName, savedAt, expiresOn, isBound }) => (
          <li key={draftId}>
            <p>
              <b lang="zh-CN">{itemName}</b>
              <small className="soft">
                {words.savedOn(shortMinute(savedAt), longDate(expiresOn))}
                {!isBound && ` · ${words.onlyHere}`}
              </small>
            </p>
            <span className="apply-draft-acts">
              {asked === draftId ? (
                <>
                  <button type="button" className="btn quiet" onClick={() => setAsked(null)}>
                    {words.keepIt}
                  </button>
                  <button type="button" className="btn" onClick={() => void remove(draftId)}>
                    {words.reallyDelete}
                  </button>
                </>
              ) : (
                <button type="button" className="btn quiet" onClick={() => setAsked(draftId)}>
                  {words.deleteDraft}
                  <span className="sr-only">{itemName}</span>
                </button>
              )}
              <a className="btn" href={`/apply/${encodeURIComponent(itemId)}?draft=${draftId}`}>
                {words.goOnFilling}
                <span className="sr-only">{itemName}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

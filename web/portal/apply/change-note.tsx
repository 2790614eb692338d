import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SAVE_DRAFT } from './apply-operations.ts'
import { useApply } from './use-apply.ts'
import { useApplyWords } from './words.ts'

/** The guide, the form or the item moved since the draft was begun: said, and gone on with only when seen. */
export function ChangeNote() {
  const words = useApplyWords()
  const { view, form, state, keeper, refresh } = useApply()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  if (!view || view.changes.length === 0 || state.draft.submitted) return null
  const isClosed = view.changes.some(({ code }) => code.startsWith('item-'))
  const agree = async () => {
    if (view.guideVersion === null) return
    setProblem(null)
    try {
      await keeper.flush()
      const { draftId, version } = keeper.state().draft
      const seen = { guideVersion: view.guideVersion, formVersion: view.formVersion }
      const body = { saveId: uuidv7(), expectedVersion: version, patch: {}, seen }
      const saved = await call(SAVE_DRAFT, { params: { draftId }, body })
      keeper.update(saved)
      // Another form is another set of pages.
      if (view.formVersion === (form?.version ?? null)) await refresh()
      else window.location.reload()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <section className="apply-note" role="status">
      {view.changes.map(({ code, sentence, added }) => (
        <div key={code}>
          <p lang="zh-CN">{sentence}</p>
          {added.length > 0 && (
            <p lang="zh-CN">
              {words.addedFields}
              {added
                .map((element) => form?.schema.properties[element]?.title ?? element)
                .join(' · ')}
            </p>
          )}
        </div>
      ))}
      {problem && <ProblemNote problem={problem} />}
      {!isClosed && (
        <button type="button" className="btn" onClick={() => void agree()}>
          {words.goOnWithChanges}
        </button>
      )}
    </section>
  )
}

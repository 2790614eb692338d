import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { SUBMIT_DRAFT } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'

/** Hands the draft in, once, however often the button is pressed. */
export function useSubmit() {
  const { keeper, refresh } = useApply()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const run = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await keeper.flush()
      const { draft } = keeper.state()
      // Kept before it is sent: after a lost answer or a reload it is still the same application.
      const submission = draft.submission ?? { commandId: uuidv7(), applicationId: uuidv7() }
      keeper.update({ submission })
      const submitted = await call(SUBMIT_DRAFT, {
        params: { draftId: draft.draftId },
        body: { ...submission, expectedVersion: draft.version },
      })
      keeper.update({ submitted })
    } catch (error) {
      const failed = asApiProblem(error)
      if (!isUnanswered(failed)) {
        keeper.update({ submission: null })
        await refresh()
      }
      setProblem(failed)
    }
    setBusy(false)
  }
  return { run, busy, problem }
}

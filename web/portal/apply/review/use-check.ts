import { useCallback, useEffect, useState } from 'react'
import type { DraftCheck } from '../../../../contract/drafts.ts'
import { asApiProblem, networkProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { isAllSent } from '../../offline/kept-draft.ts'
import { CHECK_DRAFT } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'

/** The server's own check of what it has: asked when everything is there, and again when a file has arrived. */
export function useCheck() {
  const { keeper, ensureStarted, refresh, uploads } = useApply()
  const [check, setCheck] = useState<DraftCheck | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const arriving = uploads.tasks.length
  const ask = useCallback(async () => {
    const asked = await askServer().then(
      (reply) => ({ reply, failed: null }),
      (error: unknown) => ({ reply: null, failed: asApiProblem(error) }),
    )
    if (asked.reply) setCheck(asked.reply)
    setProblem(asked.failed)

    async function askServer() {
      await ensureStarted()
      await keeper.flush()
      const { draft, problem: unsent } = keeper.state()
      if (!isAllSent({ ...draft, conflicts: [] })) throw unsent ?? networkProblem()
      return await call(CHECK_DRAFT, { params: { draftId: draft.draftId } })
    }
  }, [keeper, ensureStarted])
  useEffect(() => {
    void refresh()
  }, [refresh])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the server has answered
    void ask()
  }, [ask, arriving])
  return { check, problem, retry: () => void ask() }
}

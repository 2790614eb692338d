import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { applicationCommands } from '../../../contract/application-commands.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { invalidateApplications } from '../../api/invalidate-applications.ts'
import { applicationQuery } from '../../api/queries.ts'
import { answered, beginBatch, retried, started, type Batch } from './seal-batch.ts'
import { useAfterSealing } from './use-after-sealing.ts'

/** Seals one after the other, each by its own command; what is refused does not stop the next. */
export function useSealBatch(
  rows: readonly { readonly applicationId: string; readonly version: number }[],
) {
  const queries = useQueryClient()
  const afterSealing = useAfterSealing()
  const [batch, setBatch] = useState(() => beginBatch(rows))
  const [phase, setPhase] = useState<'asking' | 'running' | 'finished'>('asking')
  // An act keeps its id until it is answered: asked again, it is still one act.
  const commandIds = useRef(new Map<string, string>())

  const sealOne = async (applicationId: string, expectedVersion: number) => {
    const commandId = commandIds.current.get(applicationId) ?? uuidv7()
    commandIds.current.set(applicationId, commandId)
    const problem = await call(applicationCommands.seal, {
      params: { applicationId },
      body: { commandId, expectedVersion },
    }).then(() => null, asApiProblem)
    if (problem === null || !isUnanswered(problem)) commandIds.current.delete(applicationId)
    return problem
  }
  const run = async (entries: Batch, skip: ReadonlySet<string>) => {
    setPhase('running')
    const touched: string[] = []
    for (const { applicationId, version, state } of entries) {
      if (state !== 'waiting' || skip.has(applicationId)) continue
      setBatch((before) => started(before, applicationId))
      const problem: ApiProblem | null = await sealOne(applicationId, version)
      setBatch((before) => answered(before, applicationId, problem))
      touched.push(applicationId)
    }
    await invalidateApplications(queries, touched)
    afterSealing()
    setPhase('finished')
  }
  return {
    batch,
    phase,
    /** `skip`: what cannot be sealed now, as the screen already says. */
    begin: (skip: ReadonlySet<string>) => run(batch, skip),
    again: (skip: ReadonlySet<string>) => {
      const entries = retried(
        batch,
        (id) => queries.getQueryData(applicationQuery(id).queryKey)?.version,
        skip,
      )
      setBatch(entries)
      return run(entries, skip)
    },
  }
}

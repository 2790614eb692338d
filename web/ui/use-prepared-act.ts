import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'
import { applicationQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { lastSeq, type PreparedAct } from './prepared-act.ts'

export type ActState = {
  /** The newest the page knows. */
  readonly application: ApplicationView
  /** Pages of the documents it will make; undefined while they are drawn, empty when it makes none. */
  readonly pages: readonly string[] | undefined
  readonly busy: boolean
  readonly problem: ApiProblem | null
  /** Somebody else was faster: what they did is in the history after `seenSeq`. */
  readonly changed: 'no' | 'reading' | 'seen' | 'impossible'
  readonly seenSeq: number
  readonly confirm: () => Promise<CommandReply | undefined>
  /** Draw the act anew on the newest version. */
  readonly lookAgain: () => void
}

/** An act between "shown" and "done", through a change by somebody else. */
export function usePreparedAct(given: ApplicationView, act: PreparedAct): ActState {
  const { applicationId } = given
  const newest = useQuery(applicationQuery(applicationId))
  const application = newest.data ?? given
  const [seen, setSeen] = useState({ version: given.version, seq: lastSeq(given) })
  const { run, preview, busy, problem, reset } = useCommand(act.name)
  const request = { applicationId, expectedVersion: seen.version, fields: act.fields as never }
  const drawn = useQuery({
    queryKey: ['preview', applicationId, act.name, seen.version, act.fields],
    queryFn: () => preview(request),
    enabled: act.without !== 'preview',
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  })
  const refused = problem ?? (drawn.error ? asApiProblem(drawn.error) : null)
  const stale = refused?.code === 'changed-meanwhile'
  const newer = application.version > seen.version
  const { refetch } = newest
  useEffect(() => {
    if (stale && !newer) void refetch()
  }, [stale, newer, refetch])
  return {
    application,
    pages: pagesOf(act, drawn.data),
    busy,
    problem: stale ? null : refused,
    changed: changeOf(stale, newer, application.possible.includes(act.name)),
    seenSeq: seen.seq,
    confirm: () => run(request),
    lookAgain: () => {
      reset()
      setSeen({ version: application.version, seq: lastSeq(application) })
    },
  }
}

function pagesOf(
  act: PreparedAct,
  drawn: { notices: readonly { pages: readonly string[] }[] } | undefined,
): readonly string[] | undefined {
  if (act.without === 'preview') return []
  return drawn?.notices.flatMap(({ pages }) => pages)
}

function changeOf(stale: boolean, newer: boolean, possible: boolean): ActState['changed'] {
  if (!stale) return 'no'
  if (!newer) return 'reading'
  return possible ? 'seen' : 'impossible'
}

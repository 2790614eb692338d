import { isUnanswered, type ApiProblem } from '../../api/api-problem.ts'

/** One application of a batch: its own command, its own answer. */
export type BatchEntry = {
  readonly applicationId: string
  /** The version the person was looking at. */
  readonly version: number
  readonly state: 'waiting' | 'running' | 'sealed' | 'refused'
  readonly problem: ApiProblem | null
}
export type Batch = readonly BatchEntry[]
export type Tally = {
  readonly sealed: number
  readonly refused: number
  /** Nobody knows whether these were sealed: the answer did not come. */
  readonly unanswered: number
}

export function beginBatch(
  rows: readonly { readonly applicationId: string; readonly version: number }[],
): Batch {
  return rows.map(({ applicationId, version }) => ({
    applicationId,
    version,
    state: 'waiting',
    problem: null,
  }))
}

export function started(batch: Batch, applicationId: string): Batch {
  return changed(batch, applicationId, { state: 'running', problem: null })
}
export function answered(batch: Batch, applicationId: string, problem: ApiProblem | null): Batch {
  return changed(batch, applicationId, {
    state: problem === null ? 'sealed' : 'refused',
    problem,
  })
}

/** Worth asking again: nobody knows the answer, or the newest version has been read since. */
export function isRetriable(entry: BatchEntry): boolean {
  return entry.state === 'refused' && (isOpenEnded(entry) || wasMoved(entry))
}

/** Somebody else moved it: what it is now decides whether it may still be sealed. */
export function wasMoved({ problem }: BatchEntry): boolean {
  return problem?.code === 'changed-meanwhile'
}

export function tallyOf(batch: Batch): Tally {
  const count = (wanted: (entry: BatchEntry) => boolean) => batch.filter(wanted).length
  return {
    sealed: count(({ state }) => state === 'sealed'),
    refused: count((entry) => entry.state === 'refused' && !isOpenEnded(entry)),
    unanswered: count(isOpenEnded),
  }
}

/** The entries to ask again, on the newest version; an unanswered one keeps the version it was sent with. */
export function retried(
  batch: Batch,
  newest: (applicationId: string) => number | undefined,
  skip: ReadonlySet<string> = new Set(),
): Batch {
  return batch.map((entry) => {
    if (!isRetriable(entry) || skip.has(entry.applicationId)) return entry
    const version = wasMoved(entry) ? (newest(entry.applicationId) ?? entry.version) : entry.version
    return { ...entry, version, state: 'waiting', problem: null }
  })
}

/** 已盖章 3 份，1 份没有盖成，1 份没有收到答复 */
export function tallyWords({ sealed, refused, unanswered }: Tally): string {
  return [
    `已盖章 ${sealed} 份`,
    ...(refused > 0 ? [`${refused} 份没有盖成`] : []),
    ...(unanswered > 0 ? [`${unanswered} 份没有收到答复`] : []),
  ].join('，')
}

export function isOpenEnded({ problem }: BatchEntry): boolean {
  return problem !== null && isUnanswered(problem)
}

function changed(batch: Batch, applicationId: string, change: Partial<BatchEntry>): Batch {
  return batch.map((entry) =>
    entry.applicationId === applicationId ? { ...entry, ...change } : entry,
  )
}

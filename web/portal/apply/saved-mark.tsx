import type { Instant } from '../../../domain/shared/ids.ts'
import { localMinuteOf } from '../../../domain/shared/local-date.ts'
import { isAllSent } from '../offline/kept-draft.ts'
import { useApply } from './use-apply.ts'
import { useApplyWords } from './words.ts'

/** Saved at the server, kept on this device, or why neither: always said, never by colour alone. */
export function SavedMark() {
  const words = useApplyWords()
  const { draft, isSaving, problem } = useApply().state
  if (draft.submitted) return null
  if (isSaving && !problem)
    return (
      <span className="apply-saved soft" role="status">
        {words.saving}
      </span>
    )
  if (problem)
    return (
      <span className="apply-saved here" role="status" title={problem.detail}>
        <Mark kind="here" />
        {problem.status === 0 ? words.keptHere : words.notSent}
      </span>
    )
  if (draft.savedAt === null || draft.version === 0 || !isAllSent({ ...draft, conflicts: [] }))
    return <span className="apply-saved" role="status" />
  return (
    <span className="apply-saved" role="status">
      <Mark kind="saved" />
      {words.saved(localMinuteOf(draft.savedAt as Instant).slice(11))}
    </span>
  )
}

function Mark({ kind }: { kind: 'saved' | 'here' }) {
  return (
    <svg width="16" height="16" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path
        d={kind === 'saved' ? 'M4 7.2l2.2 2.2L10.2 5' : 'M7 3.6v4M7 9.4v1'}
        stroke="#fff"
        strokeWidth="1.6"
        fill="none"
      />
    </svg>
  )
}

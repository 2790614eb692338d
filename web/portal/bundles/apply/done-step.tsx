import { useEffect } from 'react'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { StepHeading } from '../../apply/step-parts.tsx'
import { newBundleDraft } from '../bundle-draft.ts'
import { NeedsPicture } from '../needs-picture.tsx'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'
import { useSending } from './use-sending.ts'

/** Sent in: every number, the files on their way, and where to follow the whole. */
export function DoneStep({ flow, onAgain }: { flow: BundleFlow; onAgain: () => void }) {
  const words = useBundleWords()
  const { view, draft, change, standing, files } = flow
  const { total, left, problem, retry } = useSending(flow)
  const { received } = draft
  // Nothing personal stays on the device once it is with the office.
  useEffect(() => {
    if (!files.isRead || left > 0) return
    if (total > 0) files.clear()
    const { answers, applicant } = newBundleDraft(view.bundleId, null)
    if (Object.keys(draft.answers).length > 0) change({ answers, applicant })
  }, [files, left, total, draft.answers, view.bundleId, change])
  if (received === null) return null
  const nameOf = (itemId: string) => view.items.find((item) => item.itemId === itemId)?.name ?? ''
  return (
    <div className="apply-done">
      <StepHeading id="done">{words.done(received.applications.length)}</StepHeading>
      <ul className="bundle-numbers">
        {received.applications.map(({ itemId, applicationId, number }) => (
          <li key={applicationId}>
            <span lang="zh-CN">{nameOf(itemId)}</span>
            <a href={`/my/applications/${applicationId}`}>{number}</a>
          </li>
        ))}
      </ul>
      <p role="status" className={left > 0 ? '' : 'soft'}>
        {left > 0 && words.filesLeft(total - left, total)}
        {left === 0 && draft.arrived.length > 0 && words.filesDone}
      </p>
      {problem && <ProblemNote problem={problem} kept={words.filesKept} onRetry={retry} />}
      <NeedsPicture
        items={standing.parts.map(({ part }) => part)}
        needs={[...standing.plan.needs]}
      />
      <div className="apply-go no-print">
        <button type="button" className="btn quiet" onClick={onAgain} disabled={left > 0}>
          {words.again}
        </button>
        <a className="btn main" href={`/my/bundles/${received.bundleCaseId}`}>
          {words.toCase}
        </a>
      </div>
    </div>
  )
}

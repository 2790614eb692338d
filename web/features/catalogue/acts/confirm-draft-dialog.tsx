import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { draftDiffQuery } from '../catalogue-queries.ts'
import { SIDE_NAMES } from '../catalogue-words.ts'
import { DiffTable } from '../versions/diff-table.tsx'
import { useConfirm, type ActDialog } from './use-draft-acts.ts'

/** Shows every change before it is confirmed. */
export function ConfirmDraftDialog({ draft, onClose }: ActDialog) {
  // Confirmed is what was read here, not what may come in meanwhile.
  const [seen] = useState(draft)
  const diff = useQuery(draftDiffQuery(seen.draftId, seen.version))
  const confirm = useConfirm()
  const run = async () => {
    if (await confirm.run(seen)) onClose()
  }
  return (
    <div className="wide-dialog">
      <ConfirmDialog
        title={`确认：${draft.itemName}`}
        confirmLabel="确认这些内容"
        ready={diff.data !== undefined}
        busy={confirm.busy}
        problem={confirm.problem}
        onConfirm={() => void run()}
        onClose={onClose}
      >
        <p>
          您对以下内容负责。
          {draft.waitsFor.length > 1 &&
            `还须${draft.waitsFor.map((side) => SIDE_NAMES[side]).join('和')}分别确认，两方都确认后才能发布。`}
        </p>
        {diff.error && <ProblemNote problem={diff.error} onRetry={() => void diff.refetch()} />}
        {!diff.error && !diff.data && <Skeleton lines={4} />}
        {diff.data && <DiffTable diff={diff.data} />}
      </ConfirmDialog>
    </div>
  )
}

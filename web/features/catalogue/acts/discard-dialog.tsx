import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useDiscard, type ActDialog } from './use-draft-acts.ts'

export function DiscardDialog({ draft, onClose }: ActDialog) {
  const navigate = useNavigate()
  const act = useDiscard()
  const run = async () => {
    if (await act.run(draft)) await navigate(`/catalogue/${draft.itemId}`)
  }
  return (
    <ConfirmDialog
      title="作废草稿"
      confirmLabel="作废"
      busy={act.busy}
      problem={act.problem}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>草稿和它的经过仍留在记录里，但不能再改、再送审。现行版本不受影响。</p>
    </ConfirmDialog>
  )
}

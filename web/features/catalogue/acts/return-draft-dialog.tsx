import { Input } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useReturn, type ActDialog } from './use-draft-acts.ts'

export function ReturnDraftDialog({ draft, onClose }: ActDialog) {
  const [reason, setReason] = useState('')
  const act = useReturn()
  const run = async () => {
    if (await act.run({ draft, reason: reason.trim() })) onClose()
  }
  return (
    <ConfirmDialog
      title="退回修改"
      confirmLabel="退回"
      ready={reason.trim() !== ''}
      busy={act.busy}
      problem={act.problem}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>退回后由事项管理员修改并重新送审，已有的确认作废。</p>
      <label>
        退回理由
        <Input.TextArea
          value={reason}
          maxLength={500}
          rows={4}
          placeholder="哪一处、为什么、怎样改"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import {
  PAUSE_REASON_NAME,
  PAUSE_REASONS,
  type PauseReason,
} from '../../../../domain/hall/window-session.ts'
import { ChoiceRow } from '../../../ui/choice-row.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** A window pauses with a reason, and the screen over it says so. */
export function PauseDialog({ calls, onClose }: { calls: CallDesk; onClose: () => void }) {
  const [reason, setReason] = useState<PauseReason>('rest')
  const [text, setText] = useState('')
  const send = async () => {
    if (await calls.pause(reason, text.trim())) onClose()
  }
  return (
    <ConfirmDialog
      title="暂停服务"
      confirmLabel="暂停服务"
      ready={reason !== 'other' || text.trim() !== ''}
      busy={calls.busy}
      problem={calls.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <ChoiceRow
          label="原因"
          name="pause-reason"
          choices={PAUSE_REASONS}
          nameOf={PAUSE_REASON_NAME}
          value={reason}
          onChange={setReason}
        />
        <label className="row">
          <span>说明</span>
          <input
            className="text"
            value={text}
            maxLength={100}
            placeholder={reason === 'other' ? '请写明原因' : '可以不填'}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="sec small">窗口屏显示“暂停服务”，期间不能叫号；说明只给大厅管理员看。</p>
      </div>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** An act that wants a sentence of why: it stands in the log of calls. */
export function ReasonDialog(props: {
  calls: CallDesk
  title: string
  says: string
  act: string
  /** Common reasons, each one key away. */
  usual: readonly string[]
  onSend: (reason: string) => Promise<boolean>
  onClose: () => void
}) {
  const { calls, title, says, act, usual, onSend, onClose } = props
  const [reason, setReason] = useState(usual[0] ?? '')
  const send = async () => {
    if (await onSend(reason.trim())) onClose()
  }
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={act}
      ready={reason.trim() !== ''}
      busy={calls.busy}
      problem={calls.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>理由</span>
          <input
            className="text"
            value={reason}
            maxLength={200}
            list="usual-reasons"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <datalist id="usual-reasons">
          {usual.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <p className="sec small">{says}</p>
      </div>
    </ConfirmDialog>
  )
}

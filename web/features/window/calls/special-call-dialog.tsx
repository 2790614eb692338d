import { useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import {
  FIRST_SPECIAL,
  isSpecialWhole,
  SpecialReasonFields,
} from '../../../ui/special-reason-fields.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** 特呼: one given number out of order, as it stands on the ticket in somebody's hand. */
export function SpecialCallDialog(props: {
  calls: CallDesk
  onCalled: () => void
  onClose: () => void
}) {
  const { calls, onCalled, onClose } = props
  const [number, setNumber] = useState('')
  const [special, setSpecial] = useState(FIRST_SPECIAL)
  const send = async () => {
    if (await calls.special(number.trim().toUpperCase(), special)) onCalled()
  }
  return (
    <ConfirmDialog
      title="特呼"
      confirmLabel="特呼"
      ready={number.trim() !== '' && isSpecialWhole(special)}
      busy={calls.busy}
      problem={calls.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>号码</span>
          <input
            className="text"
            value={number}
            maxLength={10}
            autoComplete="off"
            placeholder="号票上的号码，如 A012"
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <SpecialReasonFields value={special} onChange={setSpecial} />
        <p className="sec small">不按次序叫号，理由记入叫号记录，大厅管理员看得到。</p>
      </div>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import { type RangeStanding, returnRange } from '../../../contract/offline-ranges.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useRangeChange } from './use-range-change.ts'

/** For a machine that is lost or broken: what it has not used is void from now on. */
export function RevokeDialog({ range, onClose }: { range: RangeStanding; onClose: () => void }) {
  const { rangeId, holder, firstNumber, lastNumber, count, used } = range
  const [reason, setReason] = useState('')
  const { run, busy, problem } = useRangeChange((text: string, commandId) =>
    call(returnRange, { params: { rangeId }, body: { commandId, reason: text } }),
  )
  return (
    <ConfirmDialog
      title={`收回 ${holder} 的号段`}
      confirmLabel={`收回，作废 ${count - used.length} 个编号`}
      ready={reason.trim() !== ''}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(reason.trim()).then((done) => done !== undefined && onClose())}
      onClose={onClose}
    >
      <div className="short-form">
        <p>
          {firstNumber} 至 {lastNumber}，共 {count} 个，已归并 {used.length} 个。
        </p>
        <label className="row">
          <span>理由</span>
          <input
            className="text"
            value={reason}
            maxLength={200}
            placeholder="例如：电脑报废"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="sec small">
          没有用掉的编号立即作废，仍然列出。这台设备正断着网、已经用了其中编号的，恢复归并时办件照收，换成新编号并提示告知申请人。设备还在用的，下次联网自动领新的。
        </p>
      </div>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import { type DayBooking, takeBackBooking } from '../../../contract/hall-bookings.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { monthDay } from '../../ui/dates.ts'
import { useBookingChange } from './use-booking-change.ts'

/** The centre takes back one appointment; shows what the person is told, before it is told. */
export function TakeBackDialog(props: { booking: DayBooking; day: string; onClose: () => void }) {
  const { booking, day, onClose } = props
  const { bookingId, name, queueName, from, to } = booking
  const [reason, setReason] = useState('')
  const { run, busy, problem } = useBookingChange((text: string, commandId) =>
    call(takeBackBooking, { params: { bookingId }, body: { commandId, reason: text } }),
  )
  const told = reason.trim()
  return (
    <ConfirmDialog
      title={`取消 ${name} ${from}–${to} 的预约`}
      confirmLabel="取消并告知本人"
      ready={told !== ''}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(told).then((done) => done !== undefined && onClose())}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>原因</span>
          <input
            className="text"
            value={reason}
            maxLength={40}
            placeholder="例如：停电检修"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="told-text">
          您预约的“{queueName}”（{monthDay(day)} {from}）因{told === '' ? '……' : told}
          取消，请另约时间或者到大厅现场取号。
        </p>
        <p className="sec small">上面是本人会收到的通知。取消后不能恢复，不计爽约。</p>
      </div>
    </ConfirmDialog>
  )
}

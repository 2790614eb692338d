import { useState } from 'react'
import { closeBookingDay } from '../../../contract/hall-bookings.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { longDate, monthDay } from '../../ui/dates.ts'
import type { PlanDay } from './plan-words.ts'
import { useBookingChange } from './use-booking-change.ts'

/** A day takes no appointments, or takes them again; what those who had booked are told is shown first. */
export function CloseDayDialog({ day, onClose }: { day: PlanDay; onClose: () => void }) {
  const closes = !day.closedHere
  const [reason, setReason] = useState('')
  const { run, busy, problem } = useBookingChange((text: string) =>
    call(closeBookingDay, {
      params: { day: day.day },
      body: { closed: closes, reason: text },
    }),
  )
  const told = closes ? reason.trim() : '恢复预约'
  return (
    <ConfirmDialog
      title={`${longDate(day.day)}${closes ? '停约' : '恢复预约'}`}
      confirmLabel={
        closes ? `停约${day.booked > 0 ? `并取消 ${day.booked} 个预约` : ''}` : '恢复预约'
      }
      ready={told !== ''}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(told).then((done) => done !== undefined && onClose())}
      onClose={onClose}
    >
      {closes ? (
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
            您预约的“……”（{monthDay(day.day)} ……）因{told === '' ? '……' : told}
            取消，请另约时间或者到大厅现场取号。
          </p>
          <p className="sec small">
            上面是已约的人会收到的通知，原因也写在预约页上。已经签到的照常办理；大厅现场取号不受影响。
          </p>
        </div>
      ) : (
        <p>这一天重新接受预约。已经取消的预约不会恢复，请群众另约。</p>
      )}
    </ConfirmDialog>
  )
}

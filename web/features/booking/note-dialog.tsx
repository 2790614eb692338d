import { useState } from 'react'
import { type DayBooking, noteNoShow } from '../../../contract/hall-bookings.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useBookingChange } from './use-booking-change.ts'

/** What the hall knows about somebody who did not come. */
export function NoteDialog({ booking, onClose }: { booking: DayBooking; onClose: () => void }) {
  const { bookingId, name, from, to } = booking
  const [text, setText] = useState('')
  const { run, busy, problem } = useBookingChange((note: string, noteId) =>
    call(noteNoShow, { params: { bookingId }, body: { noteId, text: note } }),
  )
  return (
    <ConfirmDialog
      title={`备注 ${name} ${from}–${to} 未到`}
      confirmLabel="记下"
      ready={text.trim() !== ''}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(text.trim()).then((done) => done !== undefined && onClose())}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row tall">
          <span>备注</span>
          <textarea
            className="text"
            rows={3}
            value={text}
            maxLength={200}
            placeholder="例如：来电说道路中断，改日再约"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="sec small">备注只增不改，只给工作人员看；爽约次数照常计算（待业主确认）。</p>
      </div>
    </ConfirmDialog>
  )
}

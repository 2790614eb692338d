import { useState } from 'react'
import { checkIn } from '../../../contract/bookings.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useBookingChange } from './use-booking-change.ts'

type CheckedIn = Awaited<ReturnType<typeof send>>

/** For whoever stands at the counter and cannot use the kiosk: by the eight digits, or by the number on the card. */
export function CheckInDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState<CheckedIn | undefined>(undefined)
  const { run, busy, problem } = useBookingChange(send)
  if (done !== undefined) return <TicketGiven ticket={done} onClose={onClose} />
  return (
    <ConfirmDialog
      title="人工签到"
      confirmLabel="签到取号"
      ready={typed.trim() !== ''}
      busy={busy}
      problem={problem}
      onConfirm={() => void run(typed).then(setDone)}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>预约码或证件</span>
          <input
            className="text"
            value={typed}
            maxLength={40}
            autoComplete="off"
            placeholder="8 位预约码，或者证件号码"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p className="sec small">
          凭证件签到的，请先核对证件和本人。预约时间前 15 分钟到后 15
          分钟签到保留预约的位置；当天晚到的取普通号。证件号码不显示、不保存在本页。
        </p>
      </div>
    </ConfirmDialog>
  )
}

async function send(typed: string, commandId: string) {
  const text = typed.replaceAll(/[\s-]/g, '')
  const by = /^\d{8}$/.test(text)
    ? ({ kind: 'code', code: text } as const)
    : ({ kind: 'identity', number: text } as const)
  return await call(checkIn, { body: { commandId, by } })
}

function TicketGiven({ ticket, onClose }: { ticket: CheckedIn; onClose: () => void }) {
  const { ticketNumber, late, from, to, queueName } = ticket
  return (
    <ConfirmDialog title="已签到，请把号告诉群众" onClose={onClose}>
      <p className="ticket-given" aria-label="号码">
        {ticketNumber}
      </p>
      <p>
        {queueName}，预约时段 {from}–{to}。
        {late
          ? '已过签到时间，给的是普通号，按取号次序叫号。'
          : '保留预约的位置，请在大厅等候叫号。'}
      </p>
    </ConfirmDialog>
  )
}

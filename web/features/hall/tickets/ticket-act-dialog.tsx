import { useState } from 'react'
import type { ApiProblem } from '../../../api/api-problem.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'

const SAYS = {
  return: {
    title: '退回队列',
    says: '号票回到队列，保留原取号时间。窗口离线、无人接着办时使用。',
    usual: '窗口无人接着办理',
  },
  void: {
    title: '作废',
    says: '作废后这张号票不能再用，当日也不再发同一号码。持票人放弃时使用。',
    usual: '本人放弃',
  },
} as const

/** What the hall manager may do to a ticket, with the reason that the log keeps. */
export function TicketActDialog(props: {
  act: 'return' | 'void'
  ticket: { readonly number: string }
  busy: boolean
  problem: ApiProblem | null
  onSend: (reason: string) => void
  onClose: () => void
}) {
  const { title, says, usual } = SAYS[props.act]
  const [reason, setReason] = useState<string>(usual)
  return (
    <ConfirmDialog
      title={`${title} ${props.ticket.number}`}
      confirmLabel={title}
      ready={reason.trim() !== ''}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => props.onSend(reason.trim())}
      onClose={props.onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>理由</span>
          <input
            className="text"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="sec small">{says}</p>
      </div>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import {
  isTransferWhole,
  TransferFields,
  transferTarget,
  type TransferWish,
} from '../../../ui/transfer-fields.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** The clerk sends the person in hand to another queue or window. */
export function TransferDialog(props: {
  calls: CallDesk
  desk: HallDesk
  ticket: TicketForStaff
  onClose: () => void
}) {
  const { calls, desk, ticket, onClose } = props
  const [wish, setWish] = useState<TransferWish>({ queue: ticket.queue, windowId: '', reason: '' })
  const send = async () => {
    const { reason, ...to } = transferTarget(wish)
    if (await calls.transfer(ticket.ticketId, to, reason)) onClose()
  }
  return (
    <ConfirmDialog
      title={`转移 ${ticket.number}`}
      confirmLabel="转移"
      ready={isTransferWhole(wish)}
      busy={calls.busy}
      problem={calls.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <TransferFields value={wish} queues={desk.waiting} onChange={setWish} />
        <p className="sec small wide">保留原取号时间，排在该队列最前面。</p>
      </div>
    </ConfirmDialog>
  )
}

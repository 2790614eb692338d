import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { QUEUE_CODES } from '../../../../domain/queue/ticket.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** To another queue, or to one window; who has waited goes on waiting from the same time, at the head. */
export function TransferDialog(props: {
  calls: CallDesk
  desk: HallDesk
  ticket: TicketForStaff
  onClose: () => void
}) {
  const { calls, desk, ticket, onClose } = props
  const [queue, setQueue] = useState(ticket.queue)
  const [windowId, setWindowId] = useState('')
  const [reason, setReason] = useState('')
  const board = useQuery(hallBoardQuery()).data
  const windows = (board?.windows ?? []).filter((one) => one.queues.includes(queue))
  const send = async () => {
    const to = { queue, windowId: windowId === '' ? null : Number(windowId) }
    if (await calls.transfer(ticket.ticketId, to, reason.trim())) onClose()
  }
  return (
    <ConfirmDialog
      title={`转移 ${ticket.number}`}
      confirmLabel="转移"
      ready={reason.trim() !== ''}
      busy={calls.busy}
      problem={calls.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>队列</span>
          <select
            className="text"
            value={queue}
            onChange={(event) => {
              setQueue(QUEUE_CODES.find((one) => one === event.target.value) ?? queue)
              setWindowId('')
            }}
          >
            {desk.waiting.map((one) => (
              <option key={one.queue} value={one.queue}>
                {one.queue} {one.name}（等候 {one.waiting} 人）
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          <span>窗口</span>
          <select
            className="text"
            value={windowId}
            onChange={(event) => setWindowId(event.target.value)}
          >
            <option value="">该队列的任一窗口</option>
            {windows.map((one) => (
              <option key={one.windowId} value={one.windowId}>
                {one.name}（{one.stateName}）
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          <span>理由</span>
          <input
            className="text"
            value={reason}
            maxLength={200}
            placeholder="例如：属于公共服务窗口的业务"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="sec small wide">保留原取号时间，排在该队列最前面。</p>
      </div>
    </ConfirmDialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QUEUE_CODES, type QueueCode } from '../../../../domain/queue/ticket.ts'
import type { ApiProblem } from '../../../api/api-problem.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { ActedOn } from './ticket-acts.tsx'

type Target = {
  readonly queue: QueueCode
  readonly windowId: number | null
  readonly reason: string
}

/** To another queue or to one window; whoever has waited goes on waiting from the same time, at the head. */
export function TransferDialog(props: {
  ticket: ActedOn
  busy: boolean
  problem: ApiProblem | null
  onSend: (to: Target) => Promise<void>
  onClose: () => void
}) {
  const { ticket } = props
  const board = useQuery(hallBoardQuery()).data
  const [queue, setQueue] = useState(ticket.queue)
  const [windowId, setWindowId] = useState('')
  const [reason, setReason] = useState('')
  const windows = (board?.windows ?? []).filter((one) => one.queues.includes(queue))
  return (
    <ConfirmDialog
      title={`转移 ${ticket.number}`}
      confirmLabel="转移"
      ready={reason.trim() !== ''}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() =>
        void props.onSend({
          queue,
          windowId: windowId === '' ? null : Number(windowId),
          reason: reason.trim(),
        })
      }
      onClose={props.onClose}
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
            {(board?.queues ?? []).map((one) => (
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
        <p className="sec small">保留原取号时间，排在该队列最前面；理由记入叫号记录。</p>
      </div>
    </ConfirmDialog>
  )
}

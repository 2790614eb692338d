import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { takeTicket, type TicketView } from '../../../../contract/tickets.ts'
import {
  PRIORITY_REASON_NAME,
  PRIORITY_REASONS,
  type PriorityReason,
  type QueueCode,
} from '../../../../domain/queue/ticket.ts'
import { call } from '../../../api/call.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import { useHallAct } from '../../../api/use-hall-act.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { QueueChoice } from '../../../ui/queue-choice.tsx'

/** A number for somebody who cannot or will not use the kiosk, at the guide desk (导办台). */
export function GiveTicket({ onClose }: { onClose: () => void }) {
  const queues = useQuery(hallBoardQuery()).data?.queues ?? []
  const acts = useHallAct()
  const [ticketId] = useState(uuidv7)
  const [queue, setQueue] = useState<QueueCode>('A')
  const [priorityReason, setPriority] = useState<PriorityReason | null>(null)
  const [identity, setIdentity] = useState('')
  const [given, setGiven] = useState<TicketView | null>(null)
  const give = async () => {
    const body = {
      ticketId,
      queue,
      priorityReason,
      itemId: null,
      identity: identity.trim() || null,
    }
    // The ticket's own id makes it one, however often it is sent.
    const ticket = await acts.run({ name: 'take', send: () => call(takeTicket, { body }) })
    if (ticket !== undefined) setGiven(ticket)
  }
  if (given !== null)
    return (
      <ConfirmDialog title="已取号" onClose={onClose}>
        <p className="pairing-code">{given.number}</p>
        <p>
          {given.queueName}，前面 {given.ahead ?? 0} 人。请告诉本人号码，听到叫号到窗口办理。
        </p>
      </ConfirmDialog>
    )
  return (
    <ConfirmDialog
      title="代为取号"
      confirmLabel="取号"
      busy={acts.busy}
      problem={acts.problem}
      onConfirm={() => void give()}
      onClose={onClose}
    >
      <div className="short-form">
        <QueueChoice label="业务" value={queue} queues={queues} onChange={setQueue} />
        <label className="row">
          <span>优先</span>
          <select
            className="text"
            value={priorityReason ?? ''}
            onChange={(event) =>
              setPriority(PRIORITY_REASONS.find((one) => one === event.target.value) ?? null)
            }
          >
            <option value="">普通</option>
            {PRIORITY_REASONS.map((one) => (
              <option key={one} value={one}>
                {PRIORITY_REASON_NAME[one]}
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          <span>证件号码</span>
          <input
            className="text"
            value={identity}
            maxLength={40}
            autoComplete="off"
            placeholder="可以不填；填了只留密文，一人一队列一号"
            onChange={(event) => setIdentity(event.target.value)}
          />
        </label>
      </div>
    </ConfirmDialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiProblem } from '../../../api/api-problem.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import {
  isTransferWhole,
  TransferFields,
  transferTarget,
  type TransferWish,
} from '../../../ui/transfer-fields.tsx'
import type { ActedOn } from './ticket-acts.tsx'

/** The hall manager moves a ticket to another queue or window. */
export function TransferDialog(props: {
  ticket: ActedOn
  busy: boolean
  problem: ApiProblem | null
  onSend: (to: ReturnType<typeof transferTarget>) => Promise<void>
  onClose: () => void
}) {
  const { ticket } = props
  const queues = useQuery(hallBoardQuery()).data?.queues ?? []
  const [wish, setWish] = useState<TransferWish>({ queue: ticket.queue, windowId: '', reason: '' })
  return (
    <ConfirmDialog
      title={`转移 ${ticket.number}`}
      confirmLabel="转移"
      ready={isTransferWhole(wish)}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => void props.onSend(transferTarget(wish))}
      onClose={props.onClose}
    >
      <div className="short-form">
        <TransferFields value={wish} queues={queues} onChange={setWish} />
        <p className="sec small">保留原取号时间，排在该队列最前面；理由记入叫号记录。</p>
      </div>
    </ConfirmDialog>
  )
}

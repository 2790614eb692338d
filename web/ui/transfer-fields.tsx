import { useQuery } from '@tanstack/react-query'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import { hallBoardQuery } from '../api/hall-queries.ts'
import { QueueChoice } from './queue-choice.tsx'

/** Where a ticket goes: `windowId` empty is any window of the queue. */
export type TransferWish = {
  readonly queue: QueueCode
  readonly windowId: string
  readonly reason: string
}

export function isTransferWhole({ reason }: TransferWish): boolean {
  return reason.trim() !== ''
}

export function transferTarget({ queue, windowId, reason }: TransferWish) {
  return { queue, windowId: windowId === '' ? null : Number(windowId), reason: reason.trim() }
}

/** To another queue or to one window; whoever has waited goes on waiting from the same time, at the head. */
export function TransferFields(props: {
  value: TransferWish
  queues: readonly { readonly queue: QueueCode; readonly name: string; readonly waiting: number }[]
  onChange: (value: TransferWish) => void
}) {
  const { value, queues, onChange } = props
  const board = useQuery(hallBoardQuery()).data
  const windows = (board?.windows ?? []).filter((one) => one.queues.includes(value.queue))
  return (
    <>
      <QueueChoice
        label="队列"
        value={value.queue}
        queues={queues}
        onChange={(queue) => onChange({ ...value, queue, windowId: '' })}
      />
      <label className="row">
        <span>窗口</span>
        <select
          className="text"
          value={value.windowId}
          onChange={(event) => onChange({ ...value, windowId: event.target.value })}
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
          value={value.reason}
          maxLength={200}
          placeholder="例如：属于公共服务窗口的业务"
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </label>
    </>
  )
}

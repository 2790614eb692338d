import { QUEUE_CODES, type QueueCode } from '../../domain/queue/ticket.ts'

/** A queue of the hall, with how many wait in it. */
export function QueueChoice(props: {
  label: string
  value: QueueCode
  queues: readonly { readonly queue: QueueCode; readonly name: string; readonly waiting: number }[]
  onChange: (queue: QueueCode) => void
}) {
  const { label, value, queues, onChange } = props
  return (
    <label className="row">
      <span>{label}</span>
      <select
        className="text"
        value={value}
        onChange={(event) =>
          onChange(QUEUE_CODES.find((one) => one === event.target.value) ?? value)
        }
      >
        {queues.map((one) => (
          <option key={one.queue} value={one.queue}>
            {one.queue} {one.name}（等候 {one.waiting} 人）
          </option>
        ))}
      </select>
    </label>
  )
}

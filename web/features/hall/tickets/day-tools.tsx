import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { TICKET_STATUS_NAME, TICKET_STATUSES } from '../../../../domain/queue/ticket.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import { useDayFilter } from './use-day-filter.ts'

const STATUSES = TICKET_STATUSES.map((value) => ({ value, label: TICKET_STATUS_NAME[value] }))

/** Which numbers of which day are listed. */
export function DayTools({ today }: { today: string }) {
  const board = useQuery(hallBoardQuery()).data
  const { filter, windowId, change } = useDayFilter()
  return (
    <>
      <label>
        日期{' '}
        <input
          type="date"
          value={filter.day ?? today}
          max={today}
          onChange={({ target }) =>
            change('day', target.value === today ? undefined : target.value)
          }
        />
      </label>
      <Input
        value={filter.number ?? ''}
        maxLength={10}
        onChange={({ target }) => change('number', target.value)}
        placeholder="号码，如 A012"
        aria-label="按号码查找"
        allowClear
      />
      <Choice
        name="状态"
        value={filter.status}
        options={STATUSES}
        onChoose={(status) => change('status', status)}
      />
      <Choice
        name="队列"
        value={filter.queue}
        options={(board?.queues ?? []).map(({ queue, name }) => ({
          value: queue,
          label: `${queue} ${name}`,
        }))}
        onChoose={(queue) => change('queue', queue)}
      />
      <Choice
        name="窗口"
        value={windowId}
        options={(board?.windows ?? []).map(({ windowId, name }) => ({
          value: String(windowId),
          label: name,
        }))}
        onChoose={(windowId) => change('windowId', windowId)}
      />
      <label>
        <input
          type="checkbox"
          checked={filter.special === 'yes'}
          onChange={({ target }) => change('special', target.checked ? 'yes' : undefined)}
        />{' '}
        只看特呼
      </label>
    </>
  )
}

function Choice(props: {
  name: string
  value: string | undefined
  options: readonly { readonly value: string; readonly label: string }[]
  onChoose: (value: string | undefined) => void
}) {
  return (
    <Select
      value={props.value ?? null}
      onChange={(value: string | null) => props.onChoose(value ?? undefined)}
      placeholder={`全部${props.name}`}
      aria-label={props.name}
      allowClear
      options={[...props.options]}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import type { HallBoard } from '../../../../contract/hall.ts'
import type { QueueForecast } from '../../../../contract/hall-forecast.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { hallForecastQuery } from '../../../api/hall-queries.ts'
import { minutesWords } from '../../../ui/duration-words.ts'
import { Lamp } from '../../../ui/lamp.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { longestWait } from './longest-wait.ts'

type Row = HallBoard['queues'][number]

const NOT_TAKING: Readonly<Record<string, string>> = {
  'hall-closed': '大厅未开放',
  'queue-closed': '停止取号',
  'queue-not-served': '没有窗口办理',
  'ticket-stopped': '已到当日能办的人数',
}

/** How many wait in each queue, since when, and whether numbers are given out. */
export function QueueTable(props: { queues: readonly Row[]; tickets: readonly TicketForStaff[] }) {
  const now = useNow(10)
  const forecasts = useQuery(hallForecastQuery()).data?.queues ?? []
  const columns: TableColumnsType<Row> = [
    {
      title: '队列',
      render: (_, { queue, name }) => (
        <>
          <b>{queue}</b> {name}
        </>
      ),
    },
    { title: '等候', dataIndex: 'waiting', width: 60, align: 'right' },
    {
      title: '最长等候',
      width: 100,
      render: (_, { queue }) => {
        const seconds = longestWait(props.tickets, queue, now)
        return seconds === null ? '—' : minutesWords(seconds)
      },
    },
    {
      title: '现在取号预计等',
      width: 130,
      render: (_, { queue }) => (
        <Forecast forecast={forecasts.find((one) => one.queue === queue)} />
      ),
    },
    { title: '窗口', dataIndex: 'windows', width: 60, align: 'right' },
    {
      title: '取号',
      width: 150,
      render: (_, { taking, notTaking }) => (
        <Lamp light={taking ? 'green' : 'none'}>
          {taking ? '正常' : (NOT_TAKING[notTaking ?? ''] ?? '停止')}
        </Lamp>
      ),
    },
  ]
  return (
    <Table<Row>
      size="small"
      rowKey="queue"
      columns={columns}
      dataSource={[...props.queues]}
      pagination={false}
    />
  )
}

/** Half of the people, and nine of ten, wait no longer. */
function Forecast({ forecast }: { forecast: QueueForecast | undefined }) {
  if (forecast === undefined || forecast.p50 === null || forecast.p90 === null) return <>—</>
  const { p50, p90, services } = forecast
  const words = p50 === p90 ? `${p50} 分钟` : `${p50}～${p90} 分钟`
  return (
    <span title={`一半的人不超过 ${p50} 分钟，九成不超过 ${p90} 分钟`}>
      {words}
      {services === 0 && <div className="sec small">按设置估计</div>}
    </span>
  )
}

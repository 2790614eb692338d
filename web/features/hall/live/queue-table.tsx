import { Table, type TableColumnsType } from 'antd'
import type { HallBoard } from '../../../../contract/hall.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
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
      title: '现在取号约等',
      width: 110,
      render: (_, { estimateMinutes }) =>
        estimateMinutes === null ? '—' : `${estimateMinutes} 分钟`,
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

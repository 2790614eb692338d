import { Table, type TableColumnsType } from 'antd'
import type { z } from 'zod'
import type { HallOverview } from '../../../../contract/hall.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { minutesWords, secondsSince } from '../../../ui/duration-words.ts'
import { Lamp, type Light } from '../../../ui/lamp.tsx'
import { useNow } from '../../../ui/use-now.ts'

type Row = z.output<typeof HallOverview>['windows'][number]

const LIGHT = {
  closed: 'none',
  free: 'green',
  busy: 'green',
  paused: 'paused',
  away: 'amber',
} as const satisfies Record<Row['state'], Light>

/** Who sits where, with whom, for how long. */
export function WindowTable({ windows }: { windows: readonly Row[] }) {
  const now = useNow(10)
  const columns: TableColumnsType<Row> = [
    {
      title: '窗口',
      dataIndex: 'name',
      render: (name: string, { zoneName }) => (
        <>
          <b>{name}</b>
          <div className="sec small">{zoneName}</div>
        </>
      ),
    },
    {
      title: '状态',
      width: 150,
      render: (_, { state, stateName, pausedReason }) => (
        <>
          <Lamp light={LIGHT[state]}>{stateName}</Lamp>
          {pausedReason !== null && <div className="sec small">{pausedReason}</div>}
        </>
      ),
    },
    { title: '人员', width: 110, render: (_, { clerkName }) => clerkName ?? '—' },
    {
      title: '号票',
      width: 96,
      render: (_, { number, ticket }) =>
        number === null ? (
          '—'
        ) : (
          <>
            <b>{number}</b>
            <div className="sec small">{ticket?.statusName}</div>
          </>
        ),
    },
    { title: '用时', width: 110, render: (_, row) => spent(row, now) },
    { title: '今日办结', dataIndex: 'finished', width: 84, align: 'right' },
  ]
  return (
    <Table<Row>
      size="small"
      rowKey="windowId"
      columns={columns}
      dataSource={[...windows]}
      pagination={false}
      locale={{
        emptyText: <EmptyNote title="还没有窗口">在“设置”里添加窗口和岗位。</EmptyNote>,
      }}
    />
  )
}

function spent({ ticket, pausedAt, state, seenAt }: Row, now: number): string {
  if (state === 'away' && seenAt !== null) return `离线 ${minutesWords(secondsSince(seenAt, now))}`
  const since = ticket?.startedAt ?? ticket?.calledAt ?? pausedAt
  return since === null || since === undefined ? '—' : minutesWords(secondsSince(since, now))
}

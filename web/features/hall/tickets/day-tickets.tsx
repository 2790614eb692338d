import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { TicketOfDay } from '../../../../contract/hall-tickets.ts'
import { hallTicketsQuery } from '../../../api/hall-queries.ts'
import { meQuery } from '../../../api/queries.ts'
import { clockOf } from '../../../ui/dates.ts'
import { minutesWords, secondsSince } from '../../../ui/duration-words.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { DayTools } from './day-tools.tsx'
import { useTicketActs } from './ticket-acts.tsx'
import { TicketViews } from './ticket-views.tsx'
import { useDayFilter } from './use-day-filter.ts'

/** Every number of a day, the newest first, whatever became of it; each opens to what happened to it. */
export function DayTickets({ mayAct }: { mayAct: boolean }) {
  const today = useQuery(meQuery()).data?.today ?? ''
  const { filter } = useDayFilter()
  // A page belongs to the filter under which it was turned to.
  const place = JSON.stringify(filter)
  const [turned, setTurned] = useState<{ place: string; cursors: readonly string[] }>({
    place,
    cursors: [],
  })
  const cursors = turned.place === place ? turned.cursors : []
  const { data, error, refetch, isPending } = useQuery(hallTicketsQuery(filter, cursors.at(-1)))
  const acts = useTicketActs()
  return (
    <section className="panel" aria-label="全天号票">
      <div className="hall-tools">
        <TicketViews />
        <DayTools today={today} />
        <span className="sec">{data === undefined ? '' : `${data.count} 张`}</span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<TicketOfDay>
        size="small"
        rowKey="ticketId"
        loading={isPending}
        columns={columnsOf(mayAct ? acts.buttons : null)}
        dataSource={[...(data?.rows ?? [])]}
        scroll={{ x: 1240 }}
        pagination={false}
        locale={{ emptyText: <EmptyNote title="没有号票">换一天，或者减少条件再看。</EmptyNote> }}
      />
      <Pager
        next={data?.next ?? null}
        cursors={cursors}
        onCursors={(next) => setTurned({ place, cursors: next })}
      />
      {acts.dialog}
    </section>
  )
}

const clock = (at: string | null) => (at === null ? '—' : clockOf(at))
const between = (from: string | null, to: string | null) =>
  from === null || to === null ? '—' : minutesWords(secondsSince(from, Date.parse(to)))

function columnsOf(
  buttons: ((ticket: TicketOfDay) => ReactNode) | null,
): TableColumnsType<TicketOfDay> {
  return [
    {
      title: '号码',
      width: 90,
      fixed: 'left',
      render: (_, { ticketId, number }) => (
        <Link to={`/hall/tickets/${ticketId}`} aria-label={`打开 ${number}`}>
          <b>{number}</b>
        </Link>
      ),
    },
    {
      title: '状态',
      width: 170,
      render: (_, { statusName, voidCause, special, offline }) => (
        <>
          {voidCause === null ? statusName : `${statusName} · ${voidCause}`}
          {special && <span className="tag amber">特呼</span>}
          {offline && <span className="tag">离线取号</span>}
        </>
      ),
    },
    { title: '队列', width: 130, render: (_, { queue, queueName }) => `${queue} ${queueName}` },
    { title: '类别', dataIndex: 'priorityName', width: 60 },
    { title: '要办的事项', dataIndex: 'itemName', ellipsis: true },
    {
      title: '窗口',
      width: 120,
      render: (_, { windowId, clerkName }) =>
        windowId === null ? '—' : `${windowId} 号 ${clerkName ?? ''}`,
    },
    { title: '取号', width: 64, render: (_, { takenAt }) => clock(takenAt) },
    { title: '叫号', width: 64, render: (_, { calledAt }) => clock(calledAt) },
    { title: '办结', width: 64, render: (_, { finishedAt }) => clock(finishedAt) },
    { title: '等候', width: 100, render: (_, { takenAt, calledAt }) => between(takenAt, calledAt) },
    {
      title: '办理',
      width: 100,
      render: (_, { startedAt, finishedAt }) => between(startedAt, finishedAt),
    },
    ...(buttons === null
      ? []
      : [
          {
            title: '操作',
            key: 'acts',
            fixed: 'right' as const,
            width: 150,
            render: (_: unknown, ticket: TicketOfDay) => buttons(ticket),
          },
        ]),
  ]
}

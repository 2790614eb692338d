import { useQuery } from '@tanstack/react-query'
import { Input, Select, Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { PRIORITY_REASON_NAME, TICKET_STATUS_NAME } from '../../../../domain/queue/ticket.ts'
import { hallOverviewQuery } from '../../../api/hall-queries.ts'
import { clockOf } from '../../../ui/dates.ts'
import { minutesWords, secondsSince } from '../../../ui/duration-words.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { GiveTicket } from './give-ticket.tsx'
import { TicketViews } from './ticket-views.tsx'
import { useTicketActs } from './ticket-acts.tsx'

const LIVE = ['waiting', 'called', 'serving', 'held', 'passed'] as const
/** Everybody who holds a number now, in the order in which they would be called. */
export function LiveTickets({ mayAct }: { mayAct: boolean }) {
  const { data, error, refetch, isPending } = useQuery(hallOverviewQuery())
  const [typed, setTyped] = useState('')
  const [search] = useSearchParams()
  const [status, setStatus] = useState<string | null>(search.get('status'))
  const [giving, setGiving] = useState(false)
  const acts = useTicketActs()
  const now = useNow(10)
  const shown = (data?.tickets ?? []).filter(
    (ticket) => (status === null || ticket.status === status) && isFound(ticket, typed),
  )
  return (
    <section className="panel" aria-label="号票">
      <div className="hall-tools">
        <TicketViews />
        {mayAct && (
          <button type="button" className="btn primary" onClick={() => setGiving(true)}>
            代为取号
          </button>
        )}
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="号码、队列、事项、窗口号"
          aria-label="查找号票"
          allowClear
        />
        <Select
          value={status}
          onChange={(value: string | null) => setStatus(value ?? null)}
          placeholder="全部状态"
          aria-label="状态"
          allowClear
          options={LIVE.map((value) => ({ value, label: TICKET_STATUS_NAME[value] }))}
        />
        <span className="sec">
          {shown.length} 张；今日已办结 {data?.finishedToday ?? 0}，作废 {data?.voidToday ?? 0}
        </span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<TicketForStaff>
        size="small"
        rowKey="ticketId"
        loading={isPending}
        columns={[...COLUMNS, waitedColumn(now), ...(mayAct ? [actsColumn(acts.buttons)] : [])]}
        dataSource={shown}
        scroll={{ x: 1180 }}
        pagination={{
          defaultPageSize: 20,
          pageSizeOptions: [10, 20, 50, 100],
          showSizeChanger: true,
        }}
        locale={{
          emptyText: (
            <EmptyNote title="没有号票">有人在自助机、导办台取号后，会出现在这里。</EmptyNote>
          ),
        }}
      />
      {giving && <GiveTicket onClose={() => setGiving(false)} />}
      {acts.dialog}
    </section>
  )
}

const COLUMNS: TableColumnsType<TicketForStaff> = [
  {
    title: '号码',
    dataIndex: 'number',
    width: 80,
    render: (number: string, { ticketId }) => (
      <Link to={`/hall/tickets/${ticketId}`}>
        <b>{number}</b>
      </Link>
    ),
  },
  { title: '队列', width: 150, render: (_, { queue, queueName }) => `${queue} ${queueName}` },
  {
    title: '类别',
    width: 190,
    render: (_, { priorityName, priorityReason, slotAt }) =>
      [
        priorityName,
        slotAt === null ? '' : clockOf(slotAt),
        priorityReason === null ? '' : PRIORITY_REASON_NAME[priorityReason],
      ]
        .filter((one) => one !== '')
        .join(' · '),
  },
  { title: '要办的事项', dataIndex: 'itemName', ellipsis: true },
  {
    title: '状态',
    width: 150,
    render: (_, { statusName, windowId, calls }) =>
      [statusName, windowId === null ? '' : `${windowId} 号窗口`, calls > 1 ? `第 ${calls} 次` : '']
        .filter((one) => one !== '')
        .join(' · '),
  },
  { title: '前面', width: 60, render: (_, { ahead }) => ahead ?? '—' },
  { title: '取号', dataIndex: 'takenAt', width: 70, render: (at: string) => clockOf(at) },
]

function waitedColumn(now: number): TableColumnsType<TicketForStaff>[number] {
  return {
    title: '等候',
    width: 100,
    render: (_, { takenAt, calledAt }) =>
      minutesWords(secondsSince(takenAt, calledAt === null ? now : Date.parse(calledAt))),
  }
}

function actsColumn(
  buttons: (ticket: TicketForStaff) => ReactNode,
): TableColumnsType<TicketForStaff>[number] {
  return {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 220,
    render: (_, ticket) => buttons(ticket),
  }
}

function isFound(ticket: TicketForStaff, typed: string): boolean {
  const wanted = typed.trim().toUpperCase()
  const { number, queue, queueName, itemName, windowId } = ticket
  return [number, queue, queueName, itemName ?? '', windowId === null ? '' : `${windowId} 号`].some(
    (text) => text.toUpperCase().includes(wanted),
  )
}

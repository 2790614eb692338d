import { useQuery } from '@tanstack/react-query'
import { Input, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { returnTicket, voidTicket, type TicketForStaff } from '../../../contract/tickets.ts'
import { PRIORITY_REASON_NAME, TICKET_STATUS_NAME } from '../../../domain/queue/ticket.ts'
import { call } from '../../api/call.ts'
import { hallOverviewQuery } from '../../api/hall-queries.ts'
import { useHallAct } from '../../api/use-hall-act.ts'
import { clockOf } from '../../ui/dates.ts'
import { minutesWords, secondsSince } from '../../ui/duration-words.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useNow } from '../../ui/use-now.ts'
import { GiveTicket } from './give-ticket.tsx'
import { TicketActDialog } from './ticket-act-dialog.tsx'

const LIVE = ['waiting', 'called', 'serving', 'held', 'passed'] as const
type Asked = { readonly act: 'return' | 'void'; readonly ticket: TicketForStaff }

/** Everybody who holds a number now, in the order in which they would be called. */
export function TicketsTab({ mayAct }: { mayAct: boolean }) {
  const { data, error, refetch, isPending } = useQuery(hallOverviewQuery())
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [giving, setGiving] = useState(false)
  const acts = useHallAct()
  const now = useNow(10)
  const shown = (data?.tickets ?? []).filter(
    (ticket) => (status === null || ticket.status === status) && isFound(ticket, typed),
  )
  const send = async ({ act, ticket }: Asked, reason: string) => {
    const { ticketId } = ticket
    const done = await acts.run({
      name: `${act} ${ticketId}`,
      send: (commandId) =>
        call(act === 'return' ? returnTicket : voidTicket, {
          params: { ticketId },
          body: { commandId, reason },
        }),
    })
    if (done !== undefined) setAsked(null)
  }
  const ask = (act: Asked['act'], ticket: TicketForStaff) => {
    acts.forget()
    setAsked({ act, ticket })
  }
  return (
    <section className="panel" aria-label="号票">
      <div className="hall-tools">
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
        columns={[...COLUMNS, waitedColumn(now), ...(mayAct ? [actsColumn(ask)] : [])]}
        dataSource={shown}
        scroll={{ x: 1100 }}
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
      {asked && (
        <TicketActDialog
          act={asked.act}
          ticket={asked.ticket}
          busy={acts.busy}
          problem={acts.problem}
          onSend={(reason) => void send(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

const COLUMNS: TableColumnsType<TicketForStaff> = [
  { title: '号码', dataIndex: 'number', width: 80, render: (number: string) => <b>{number}</b> },
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
  ask: (act: Asked['act'], ticket: TicketForStaff) => void,
): TableColumnsType<TicketForStaff>[number] {
  return {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 130,
    render: (_, ticket) => (
      <span className="acts">
        {ticket.possible.includes('return') && (
          <button type="button" className="link" onClick={() => ask('return', ticket)}>
            退回队列
          </button>
        )}
        {ticket.possible.includes('void') && (
          <button type="button" className="link" onClick={() => ask('void', ticket)}>
            作废
          </button>
        )}
      </span>
    ),
  }
}

function isFound(ticket: TicketForStaff, typed: string): boolean {
  const wanted = typed.trim().toUpperCase()
  const { number, queue, queueName, itemName, windowId } = ticket
  return [number, queue, queueName, itemName ?? '', windowId === null ? '' : `${windowId} 号`].some(
    (text) => text.toUpperCase().includes(wanted),
  )
}

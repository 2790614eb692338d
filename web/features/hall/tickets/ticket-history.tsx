import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { TicketOfDay } from '../../../../contract/hall-tickets.ts'
import { ticketHistoryQuery } from '../../../api/hall-queries.ts'
import { longDate, longMinute } from '../../../ui/dates.ts'
import { localSecondOf } from '../../../ui/local-second.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useTicketActs } from './ticket-acts.tsx'

/** One number from its taking to its end: every call, miss and move with window, clerk and reason. */
export function TicketHistory({ mayAct, mayOpen }: { mayAct: boolean; mayOpen: boolean }) {
  const { ticketId = '' } = useParams()
  const back = useNavigate()
  const { data, error, refetch } = useQuery(ticketHistoryQuery(ticketId))
  const acts = useTicketActs()
  if (data === undefined)
    return error ? (
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton lines={8} />
    )
  const { ticket, events, applications, grade } = data
  return (
    <section className="panel" aria-label="号票经过">
      <div className="hall-tools">
        <button type="button" className="link" onClick={() => void back(-1)}>
          ‹ 返回
        </button>
        <h2 className="h">
          {ticket.number} <span className="sec">{longDate(ticket.day)}</span>
        </h2>
        <span className="x">{mayAct && acts.buttons(ticket)}</span>
      </div>
      <dl className="ticket-facts">
        {factsOf(ticket, grade).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>带来的办件</dt>
          <dd>
            {applications.length === 0 && '没有'}
            {applications.map(({ applicationId, number, itemName }) => (
              <div key={applicationId}>
                {mayOpen ? <Link to={`/applications/${applicationId}`}>{number}</Link> : number}{' '}
                <span className="sec">{itemName}</span>
              </div>
            ))}
          </dd>
        </div>
      </dl>
      <Table
        size="small"
        rowKey={({ at, act, text }) => `${at} ${act} ${text}`}
        dataSource={[...events]}
        pagination={false}
        columns={[
          { title: '时间', dataIndex: 'at', width: 100, render: (at: string) => localSecondOf(at) },
          { title: '经过', dataIndex: 'actName', width: 130 },
          {
            title: '窗口',
            dataIndex: 'windowId',
            width: 90,
            render: (windowId: number | null) => (windowId === null ? '—' : `${windowId} 号`),
          },
          { title: '办理人', dataIndex: 'byName', width: 170 },
          { title: '说明', dataIndex: 'text' },
        ]}
      />
      {acts.dialog}
    </section>
  )
}

function factsOf(
  ticket: TicketOfDay,
  grade: number | null,
): readonly (readonly [string, string])[] {
  const { statusName, voidCause, queue, queueName, priorityName, itemName, takenAt } = ticket
  return [
    ['状态', voidCause === null ? statusName : `${statusName}（${voidCause}）`],
    ['队列', `${queue} ${queueName} · ${priorityName}`],
    ['要办的事项', itemName ?? '没有选'],
    ['取号', `${longMinute(takenAt)}${ticket.offline ? '（离线）' : ''}`],
    ['评价', grade === null ? '没有评' : `${grade} 分`],
  ]
}

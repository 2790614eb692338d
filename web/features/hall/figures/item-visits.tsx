import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { z } from 'zod'
import type { hallFigureApplications } from '../../../../contract/hall-figures.ts'
import { hallFigureApplicationsQuery } from '../../../api/hall-queries.ts'
import { itemsQuery } from '../../../api/queries.ts'
import { longDate } from '../../../ui/dates.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { minutes } from '../live/day-figures.tsx'
import { SpanChoice } from './span-choice.tsx'
import { useSpan } from './use-span.ts'

type TicketOfVisit = z.output<
  typeof hallFigureApplications.reply
>['rows'][number]['tickets'][number]

/** The applications behind the figures of one item. */
export function ItemVisits({ role }: { role: string }) {
  const { itemId = '' } = useParams()
  const [search] = useSearchParams()
  const { span, setSpan } = useSpan()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const name = useQuery(itemsQuery()).data?.items.find((item) => item.itemId === itemId)?.name
  const { data, error, refetch, isFetching } = useQuery(
    hallFigureApplicationsQuery(itemId, span, cursors.at(-1)),
  )
  // The hall manager counts; what stands in an application is not theirs to read.
  const mayOpen = role !== 'hall-manager'
  const maySeeTickets = role === 'hall-manager' || role === 'supervisor'
  return (
    <section className="panel" aria-label="数字背后的办件">
      <div className="hall-tools">
        <Link to={`/hall/figures?${search}`}>‹ 到场统计</Link>
        <h2 className="h">{name ?? itemId}</h2>
        <SpanChoice
          span={span}
          onSpan={(next) => {
            setCursors([])
            setSpan(next)
          }}
        />
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table
        size="small"
        rowKey="applicationId"
        loading={isFetching && data === undefined}
        dataSource={[...(data?.rows ?? [])]}
        pagination={false}
        columns={[
          {
            title: '办件编号',
            dataIndex: 'number',
            render: (number: string, { applicationId }) =>
              mayOpen ? <Link to={`/applications/${applicationId}`}>{number}</Link> : number,
          },
          {
            title: '收件',
            dataIndex: 'receivedOn',
            width: 170,
            render: (on: string) => longDate(on),
          },
          {
            title: '到场',
            dataIndex: 'visits',
            width: 110,
            align: 'right',
            render: (visits: number) => (visits === 0 ? '未到场' : `${visits} 次`),
          },
          {
            title: '号票',
            dataIndex: 'tickets',
            render: (tickets: readonly TicketOfVisit[]) =>
              tickets.map((ticket) => (
                <div key={ticket.ticketId}>
                  {maySeeTickets ? (
                    <Link to={`/hall/tickets/${ticket.ticketId}`}>{ticket.number}</Link>
                  ) : (
                    ticket.number
                  )}{' '}
                  <span className="sec small">
                    {longDate(ticket.day)} {ticket.windowId} 号窗口 {ticket.actName}
                  </span>
                </div>
              )),
          },
          {
            title: '等候合计',
            dataIndex: 'waitingMinutes',
            width: 130,
            align: 'right',
            render: (value: number, { visits }) => minutes(visits === 0 ? null : value),
          },
          {
            title: '办理合计',
            dataIndex: 'handlingMinutes',
            width: 130,
            align: 'right',
            render: (value: number, { visits }) => minutes(visits === 0 ? null : value),
          },
        ]}
        locale={{
          emptyText: <EmptyNote title="这段时间没有收件">换一段日期再看。</EmptyNote>,
        }}
      />
      <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
    </section>
  )
}

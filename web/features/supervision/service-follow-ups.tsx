import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ServiceFollowUp } from '../../../contract/hall-follow-ups.ts'
import { dayOf, longDate, longMinute, monthDay } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { serviceFollowUpsQuery, type FollowUpState } from './follow-up-queries.ts'
import { ServiceFollowUpDialog } from './service-follow-up-dialog.tsx'

/** Bad grades given at a window's evaluator that belong to no application: the same limits, the same calls. */
export function ServiceFollowUps() {
  const [state, setState] = useState<FollowUpState>('open')
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<ServiceFollowUp | null>(null)
  const { data, error, isFetching, refetch } = useQuery(
    serviceFollowUpsQuery(state, cursors.at(-1)),
  )
  return (
    <section className="panel service-follow-ups" aria-label="窗口服务差评">
      <div className="ph">
        <h2 className="h">窗口服务差评（没有办件）</h2>
        <span className="sec">待回访 {data?.open ?? ''}</span>
        <button
          type="button"
          className="link"
          onClick={() => {
            setState(state === 'open' ? 'settled' : 'open')
            setCursors([])
          }}
        >
          {state === 'open' ? '看已办结' : '看待回访'}
        </button>
        <span className="sec small x">
          号票不记姓名和电话（待业主确认），请向窗口核实情况，督促整改后登记。
        </span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<ServiceFollowUp>
        size="small"
        rowKey="ticketId"
        loading={isFetching && data === undefined}
        dataSource={[...(data?.rows ?? [])]}
        columns={columnsOf(state, setChosen)}
        pagination={false}
        locale={{
          emptyText: (
            <EmptyNote title={state === 'open' ? '没有待回访的窗口差评' : '没有已办结的窗口差评'} />
          ),
        }}
      />
      <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
      {chosen && <ServiceFollowUpDialog followUp={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

function columnsOf(
  state: FollowUpState,
  onChoose: (followUp: ServiceFollowUp) => void,
): TableColumnsType<ServiceFollowUp> {
  return [
    {
      title: '号票',
      width: 90,
      render: (_, { ticketId, number }) => <Link to={`/hall/tickets/${ticketId}`}>{number}</Link>,
    },
    {
      title: '评价',
      width: 110,
      render: (_, { gradeName }) => <span className="tag red">{gradeName}</span>,
    },
    { title: '时间', width: 170, render: (_, { ratedAt }) => longMinute(ratedAt) },
    {
      title: '窗口',
      width: 150,
      render: (_, { windowId, clerkName }) => `${windowId} 号 ${clerkName ?? ''}`,
    },
    { title: '业务', render: (_, { queueName, itemName }) => itemName ?? queueName },
    {
      title: '回访',
      render: (_, { calls }) =>
        calls.length === 0
          ? '还没有'
          : calls.map(({ at, outcomeName, text, byName }) => (
              <div key={at}>
                <span className="sec small">
                  {monthDay(dayOf(at))} {byName}
                </span>{' '}
                {outcomeName}：{text}
              </div>
            )),
    },
    ...(state === 'settled'
      ? []
      : ([
          {
            title: '回访期限',
            width: 180,
            render: (_, { dueOn, light }) =>
              dueOn === null || light === null ? (
                '—'
              ) : (
                <Lamp light={light}>
                  {longDate(dueOn)}
                  {light === 'red' ? ' 已超期' : ''}
                </Lamp>
              ),
          },
          {
            title: '操作',
            width: 100,
            render: (_, followUp) => (
              <button type="button" className="link" onClick={() => onChoose(followUp)}>
                登记回访
              </button>
            ),
          },
        ] satisfies TableColumnsType<ServiceFollowUp>)),
  ]
}

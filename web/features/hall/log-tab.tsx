import { useQuery } from '@tanstack/react-query'
import { Select, Table } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { WINDOW_EVENT_NAME } from '../../../domain/hall/decide-window.ts'
import { TICKET_EVENT_NAME } from '../../../domain/queue/ticket-events.ts'
import { hallLogQuery, type LogAct } from '../../api/hall-queries.ts'
import { meQuery } from '../../api/queries.ts'
import { longDate } from '../../ui/dates.ts'
import { localSecondOf } from '../../ui/local-second.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

const ACTS = Object.entries({ ...TICKET_EVENT_NAME, ...WINDOW_EVENT_NAME }).map(
  ([value, label]) => ({ value: value as LogAct, label }),
)

/** Every call, recall, pass, transfer and pause of a day, the newest first; nobody can change it. */
export function LogTab() {
  const today = useQuery(meQuery()).data?.today ?? ''
  const [day, setDay] = useState<string>()
  const shown = day ?? today
  const [search] = useSearchParams()
  const [act, setAct] = useState(ACTS.find(({ value }) => value === search.get('act'))?.value)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch, isPending } = useQuery(hallLogQuery(day, act, cursors.at(-1)))
  return (
    <section className="panel" aria-label="叫号记录">
      <div className="hall-tools">
        <label>
          日期{' '}
          <input
            type="date"
            value={shown}
            max={today}
            onChange={(event) => {
              setDay(event.target.value || undefined)
              setCursors([])
            }}
          />
        </label>
        <Select
          value={act ?? null}
          onChange={(value: LogAct | null) => {
            setAct(value ?? undefined)
            setCursors([])
          }}
          placeholder="全部办理"
          aria-label="办理"
          allowClear
          options={ACTS}
        />
        <span className="sec">{longDate(shown)}，最近的在前。记录只增不改。</span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table
        size="small"
        rowKey={({ at, act, number, text }) => `${at} ${act} ${number ?? ''} ${text}`}
        loading={isPending}
        dataSource={[...(data?.rows ?? [])]}
        pagination={false}
        columns={[
          { title: '时间', dataIndex: 'at', width: 100, render: (at: string) => localSecondOf(at) },
          { title: '办理', dataIndex: 'actName', width: 130 },
          {
            title: '号码',
            dataIndex: 'number',
            width: 90,
            render: (number: string | null, { ticketId }) =>
              number === null ? '—' : <Link to={`/hall/tickets/${ticketId ?? ''}`}>{number}</Link>,
          },
          {
            title: '窗口',
            dataIndex: 'windowId',
            width: 90,
            render: (windowId: number | null) => (windowId === null ? '—' : `${windowId} 号`),
          },
          { title: '办理人', dataIndex: 'byName', width: 150 },
          { title: '说明', dataIndex: 'text' },
        ]}
        locale={{ emptyText: <EmptyNote title="这一天没有叫号记录">换一天再看。</EmptyNote> }}
      />
      <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
    </section>
  )
}

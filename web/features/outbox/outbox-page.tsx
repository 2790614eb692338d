import { useQuery } from '@tanstack/react-query'
import { Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import {
  DELIVERY_REPORT_NAME,
  DELIVERY_STATE_NAME,
  listDeliveries,
} from '../../../contract/messages.ts'
import { call } from '../../api/call.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import './outbox.css'

type Row = z.output<typeof listDeliveries.reply>['rows'][number]
type State = Row['state']
type Filter = State | 'all' | 'undelivered'
const AGAIN_MS = 10_000
const FILTERS: { value: Filter; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'waiting', label: DELIVERY_STATE_NAME.waiting },
  { value: 'sent', label: DELIVERY_STATE_NAME.sent },
  { value: 'failed', label: DELIVERY_STATE_NAME.failed },
  { value: 'undelivered', label: DELIVERY_REPORT_NAME.undelivered },
]

function queryOf(filter: Filter) {
  if (filter === 'all') return {}
  return filter === 'undelivered' ? { report: filter } : { state: filter }
}

/** Text messages and letters: what waits, what went, what failed and why. Addresses are masked, one-time codes are not here. */
export function OutboxPage() {
  const [state, setState] = useState<Filter>('all')
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['deliveries', state, cursors.at(-1) ?? ''],
    queryFn: ({ signal }) =>
      call(listDeliveries, {
        query: { ...queryOf(state), cursor: cursors.at(-1), size: 50 },
        signal,
      }),
    refetchInterval: AGAIN_MS,
  })
  return (
    <StaffShell place="通知发送">
      <div className="outbox">
        <section className="panel">
          <div className="ph">
            <h2 className="h">短信和邮件</h2>
            <Segmented
              value={state}
              options={FILTERS}
              onChange={(chosen) => {
                setState(chosen)
                setCursors([])
              }}
            />
            <span className="sec">号码和邮箱已隐去；验证码不在这里保存</span>
          </div>
          {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
          <Table
            rowKey="deliveryId"
            size="small"
            columns={COLUMNS}
            dataSource={data?.rows ?? []}
            loading={isFetching && data === undefined}
            pagination={false}
            scroll={{ x: 1200 }}
            locale={{
              emptyText: data ? (
                <EmptyNote title="没有发送记录">
                  办件有了进展，系统会按申请人选择的方式发送。
                </EmptyNote>
              ) : (
                ' '
              ),
            }}
          />
          <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
        </section>
      </div>
    </StaffShell>
  )
}

const COLUMNS: TableColumnsType<Row> = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 150,
    render: (at: string) => longMinute(at),
  },
  {
    title: '种类',
    dataIndex: 'title',
    width: 150,
    render: (title: string, { nature }) => (
      <>
        {title}
        <div className="sec small">{nature === 'legal' ? '法定通知' : '提醒'}</div>
      </>
    ),
  },
  {
    title: '发往',
    dataIndex: 'address',
    width: 170,
    render: (address: string, { channel, isCleared }) => (
      <>
        {isCleared ? '已清除' : address}
        <div className="sec small">{channel === 'sms' ? '短信' : '邮件'}</div>
      </>
    ),
  },
  {
    title: '内容',
    dataIndex: 'text',
    render: (text: string, { isCleared }) =>
      isCleared ? <span className="sec">保存期满，内容已清除</span> : text,
  },
  {
    title: '状态',
    dataIndex: 'state',
    width: 210,
    render: (state: State, row) => (
      <>
        <b>{DELIVERY_STATE_NAME[state]}</b>
        {row.tries > 1 && ` · 第 ${row.tries} 次`}
        {row.report !== null && <span className={row.report}> · {reportWords(row)}</span>}
        <div className="sec small">{besideOf(row)}</div>
      </>
    ),
  },
]

/** Word and code: the colour alone says nothing. */
function reportWords({ report, reportCode, nature }: Row): string {
  if (report === null) return ''
  const name = DELIVERY_REPORT_NAME[report]
  if (report === 'delivered') return name
  const next = nature === 'legal' ? '，改走下一渠道' : ''
  return `${name}${reportCode === null ? '' : `（${reportCode}）`}${next}`
}

function besideOf({ sentAt, receipt, lastError, nextTryAt }: Row): string {
  if (sentAt !== null) return `${longMinute(sentAt)} 回执 ${receipt ?? '无'}`
  const until = nextTryAt === null ? '' : `${longMinute(nextTryAt)} 发送`
  return lastError === null ? until : `${lastError} ${until}`
}

import { Table, type TableColumnsType } from 'antd'
import type { RangeStanding } from '../../../contract/offline-ranges.ts'
import { clockOf, shortMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'

type OnRevoke = (range: RangeStanding) => void

const KIND_NAME = { receipt: '窗口收件', ticket: '自助机取号' } as const

/** One row a range. `onRevoke` null: to look at only. */
export function RangeTable(props: {
  ranges: readonly RangeStanding[]
  loading: boolean
  onRevoke: OnRevoke | null
}) {
  const { ranges, loading, onRevoke } = props
  return (
    <Table<RangeStanding>
      size="small"
      rowKey="rangeId"
      loading={loading}
      columns={[...COLUMNS, ...(onRevoke === null ? [] : [revokeColumn(onRevoke)])]}
      dataSource={[...ranges]}
      scroll={{ x: 1080 }}
      expandable={{
        expandedRowRender: (range) => <Numbers range={range} />,
        rowExpandable: ({ used, voided }) => used.length + voided.length > 0,
      }}
      pagination={{
        defaultPageSize: 50,
        pageSizeOptions: [10, 20, 50, 100],
        showSizeChanger: true,
      }}
      locale={{
        emptyText: (
          <EmptyNote title="这一天没有号段">
            窗口人员联网登录综合窗口、自助机联网打开首页后，会自动领到号段。
          </EmptyNote>
        ),
      }}
    />
  )
}

const COLUMNS: TableColumnsType<RangeStanding> = [
  {
    title: '设备',
    width: 190,
    render: (_, { holder, kind, deviceId }) => (
      <>
        <b>{holder}</b>
        <div className="sec small">
          {KIND_NAME[kind]} · 设备 {deviceId.slice(-6)}
        </div>
      </>
    ),
  },
  {
    title: '号段',
    width: 250,
    render: (_, { firstNumber, lastNumber, count }) => (
      <>
        {firstNumber} 至 {lastNumber.slice(-6)}
        <div className="sec small">共 {count} 个</div>
      </>
    ),
  },
  { title: '已用', width: 70, render: (_, { used }) => used.length },
  {
    title: '剩余',
    width: 70,
    render: (_, { state, count, used }) => (state === 'open' ? count - used.length : 0),
  },
  {
    title: '作废',
    width: 70,
    render: (_, { voided }) => (voided.length === 0 ? '—' : voided.length),
  },
  {
    title: '状态',
    width: 200,
    render: (_, range) => <Standing range={range} />,
  },
  {
    title: '领取',
    width: 150,
    render: (_, { issuedAt, handedBy }) => (
      <>
        {shortMinute(issuedAt)}
        <div className="sec small">{handedBy === null ? '自动领取' : `${handedBy} 增发`}</div>
      </>
    ),
  },
]

function Standing({ range }: { range: RangeStanding }) {
  const { state, returnedAt, returnedBy, returnReason, count, used } = range
  if (state === 'day-over') return <Lamp light="none">已过期</Lamp>
  if (state === 'open')
    return used.length === count ? (
      <Lamp light="none">已用完</Lamp>
    ) : (
      <Lamp light="green">可用</Lamp>
    )
  return (
    <>
      <Lamp light="red">已收回{returnedAt === null ? '' : ` ${clockOf(returnedAt)}`}</Lamp>
      <div className="sec small">
        {[returnedBy, returnReason].filter((one) => one !== null && one !== '').join('：')}
      </div>
    </>
  )
}

function Numbers({ range: { used, voided } }: { range: RangeStanding }) {
  return (
    <dl className="range-numbers">
      <dt>已用</dt>
      <dd>{used.length === 0 ? '无' : used.join('、')}</dd>
      <dt>作废</dt>
      <dd>{voided.length === 0 ? '无' : voided.join('、')}</dd>
    </dl>
  )
}

function revokeColumn(onRevoke: OnRevoke): TableColumnsType<RangeStanding>[number] {
  return {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 72,
    render: (_, range) =>
      range.state === 'open' && (
        <button type="button" className="link" onClick={() => onRevoke(range)}>
          收回
        </button>
      ),
  }
}

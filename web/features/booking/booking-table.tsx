import { Table, type TableColumnsType } from 'antd'
import type { DayBooking } from '../../../contract/hall-bookings.ts'
import type { BookingStanding } from '../../../domain/booking/booking.ts'
import { clockOf } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp, type Light } from '../../ui/lamp.tsx'

export type BookingAct = 'take-back' | 'note'
type OnAct = (act: BookingAct, booking: DayBooking) => void

const LIGHT: Readonly<Record<BookingStanding, Light>> = {
  booked: 'none',
  'checked-in': 'green',
  late: 'green',
  overdue: 'amber',
  'no-show': 'red',
  cancelled: 'paused',
  closed: 'paused',
}

/** The day's appointments by the half-hour. `onAct` null: to look at only. */
export function BookingTable(props: {
  bookings: readonly DayBooking[]
  loading: boolean
  isFiltered: boolean
  onAct: OnAct | null
}) {
  const { bookings, loading, isFiltered, onAct } = props
  return (
    <Table<DayBooking>
      size="small"
      rowKey="bookingId"
      loading={loading}
      columns={[...COLUMNS, ...(onAct === null ? [] : [actsColumn(onAct)])]}
      dataSource={[...bookings]}
      scroll={{ x: 1060 }}
      pagination={{
        defaultPageSize: 50,
        pageSizeOptions: [10, 20, 50, 100],
        showSizeChanger: true,
      }}
      locale={{
        emptyText: isFiltered ? (
          <EmptyNote title="没有符合条件的预约">换个条件，或者清空查找框。</EmptyNote>
        ) : (
          <EmptyNote title="这一天没有预约">群众在网上预约后，会出现在这里。</EmptyNote>
        ),
      }}
    />
  )
}

const COLUMNS: TableColumnsType<DayBooking> = [
  {
    title: '时段',
    width: 130,
    render: (_, { from, to }) => (
      <b>
        {from}–{to}
      </b>
    ),
  },
  { title: '姓名', dataIndex: 'name', width: 110 },
  {
    title: '预约码',
    dataIndex: 'codeTail',
    width: 110,
    render: (tail: string) => <span className="code-tail">•••• {tail}</span>,
  },
  { title: '业务', width: 170, render: (_, { queue, queueName }) => `${queue} ${queueName}` },
  {
    title: '要办的事项',
    dataIndex: 'itemName',
    ellipsis: true,
    render: (name: string | null) => name ?? <span className="sec">未选事项</span>,
  },
  {
    title: '状态',
    width: 210,
    render: (_, { standing, standingName, endedAt, reason }) => (
      <>
        <Lamp light={LIGHT[standing]}>
          {standingName}
          {endedAt === null ? '' : ` ${clockOf(endedAt)}`}
        </Lamp>
        {reason !== null && <div className="sec small">{reason}</div>}
      </>
    ),
  },
  {
    title: '备注',
    width: 220,
    render: (_, { notes }) =>
      notes.map(({ text, by, at }) => (
        <div key={`${at} ${text}`} className="small" title={`${by} ${clockOf(at)}`}>
          {text} <span className="sec">{by}</span>
        </div>
      )),
  },
]

function actsColumn(onAct: OnAct): TableColumnsType<DayBooking>[number] {
  return {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 80,
    render: (_, booking) => {
      const { standing } = booking
      if (standing === 'booked')
        return (
          <button type="button" className="link" onClick={() => onAct('take-back', booking)}>
            取消
          </button>
        )
      if (standing === 'overdue' || standing === 'no-show')
        return (
          <button type="button" className="link" onClick={() => onAct('note', booking)}>
            备注
          </button>
        )
      return null
    },
  }
}

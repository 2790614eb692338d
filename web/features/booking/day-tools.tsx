import { Input, Select } from 'antd'
import {
  BOOKING_STANDING_NAME,
  BOOKING_STANDINGS,
  type BookingStanding,
} from '../../../domain/booking/booking.ts'

export type DayFilter = { readonly typed: string; readonly standing: BookingStanding | null }

/** The day, what is looked for, and checking in. `onCheckIn` null: to look at only. */
export function DayTools(props: {
  day: string
  isToday: boolean
  onDay: (day: string) => void
  filter: DayFilter
  onFilter: (filter: DayFilter) => void
  onCheckIn: (() => void) | null
}) {
  const { day, isToday, onDay, filter, onFilter, onCheckIn } = props
  return (
    <div className="bookings-tools">
      {onCheckIn && (
        <button
          type="button"
          className="btn primary"
          disabled={!isToday}
          title={isToday ? undefined : '只有当天的预约可以签到'}
          onClick={onCheckIn}
        >
          人工签到
        </button>
      )}
      <label>
        日期 <input type="date" value={day} onChange={(event) => onDay(event.target.value)} />
      </label>
      {!isToday && (
        <button type="button" className="link" onClick={() => onDay('')}>
          回到今天
        </button>
      )}
      <Input
        value={filter.typed}
        onChange={(event) => onFilter({ ...filter, typed: event.target.value })}
        placeholder="姓名、预约码后四位、业务、事项"
        aria-label="查找预约"
        allowClear
      />
      <Select
        value={filter.standing}
        onChange={(value: BookingStanding | null) =>
          onFilter({ ...filter, standing: value ?? null })
        }
        placeholder="全部状态"
        aria-label="状态"
        allowClear
        options={BOOKING_STANDINGS.map((value) => ({ value, label: BOOKING_STANDING_NAME[value] }))}
      />
    </div>
  )
}

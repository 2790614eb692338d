import { Link } from 'react-router'
import { monthDay, weekdayName } from '../../ui/dates.ts'
import { type BookingPlan, type PlanDay, SOURCE_MARK } from './plan-words.ts'

type Acts = {
  readonly onSet: (day: PlanDay) => void
  readonly onClose: (day: PlanDay) => void
}

/** Four weeks from today: what each day takes, what is taken, and why a day takes nobody. */
export function PlanDays({ plan, acts }: { plan: BookingPlan; acts: Acts | null }) {
  const { queues, days, today, bookableUntil } = plan
  const offered = queues.filter((queue) => queue.offered)
  return (
    <section className="panel" aria-label="今后四周">
      <div className="ph">
        <h2 className="h">今后四周</h2>
        <span className="sec">
          已约 / 每时段 × 时段数。群众今天可以约到 {monthDay(bookableUntil)}
          ；节假日按工作日历自动停约，日历变动后已约的自动取消并告知。
        </span>
      </div>
      <table className="plan-days">
        <thead>
          <tr>
            <th>日期</th>
            {offered.map(({ queue, queueName }) => (
              <th key={queue}>
                {queue} {queueName}
              </th>
            ))}
            <th>中心取消</th>
            {acts && <th className="acts">办理</th>}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow
              key={day.day}
              day={day}
              isToday={day.day === today}
              columns={offered.length}
              acts={acts}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DayRow(props: { day: PlanDay; isToday: boolean; columns: number; acts: Acts | null }) {
  const { day, isToday, columns, acts } = props
  const isOpen = day.closedBecause === null
  return (
    <tr className={isOpen ? '' : 'closed'}>
      <th scope="row">
        <Link to={`/hall/bookings?day=${day.day}`}>{monthDay(day.day)}</Link>{' '}
        <span className="sec">{weekdayName(day.day)}</span>
        {isToday && <span className="tag">今天</span>}
        {isOpen && day.dayName !== null && <span className="tag">{day.dayName}</span>}
      </th>
      {isOpen ? <OpenDay day={day} /> : <ClosedDay day={day} columns={columns} />}
      <td>{day.takenBack === 0 ? '' : `${day.takenBack} 个，已告知`}</td>
      {acts && <DayActs day={day} isToday={isToday} acts={acts} />}
    </tr>
  )
}

function OpenDay({ day }: { day: PlanDay }) {
  return day.queues.map(({ queue, capacity, source, booked }) => (
    <td key={queue}>
      {capacity === 0 ? (
        <span className="sec">不接受预约{booked > 0 ? `（已约 ${booked}）` : ''}</span>
      ) : (
        <>
          <b>{booked}</b> / {capacity} × {day.slots}
        </>
      )}
      {SOURCE_MARK[source] !== '' && <span className="tag">{SOURCE_MARK[source]}</span>}
    </td>
  ))
}

function ClosedDay({ day, columns }: { day: PlanDay; columns: number }) {
  return (
    <td colSpan={columns}>
      停约：{day.closedBecause}
      {day.closedHere && <span className="tag amber">大厅停约</span>}
      {day.booked > 0 && <b className="left">还有 {day.booked} 个预约</b>}
    </td>
  )
}

function DayActs({ day, isToday, acts }: { day: PlanDay; isToday: boolean; acts: Acts }) {
  const isOpen = day.closedBecause === null
  return (
    <td className="acts">
      {isOpen && !isToday && (
        <button type="button" className="link" onClick={() => acts.onSet(day)}>
          调整号源
        </button>
      )}
      {(isOpen || day.closedHere) && (
        <button type="button" className="link" onClick={() => acts.onClose(day)}>
          {day.closedHere ? '恢复预约' : '停约'}
        </button>
      )}
    </td>
  )
}

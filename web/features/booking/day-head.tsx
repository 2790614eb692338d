import type { z } from 'zod'
import type { DayBooking, listDayBookings } from '../../../contract/hall-bookings.ts'
import { BOOKING_STANDING_NAME, BOOKING_STANDINGS } from '../../../domain/booking/booking.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'

type Day = z.output<typeof listDayBookings.reply>

/** Which day it is, whether it takes appointments, and how many there are of each standing. */
export function DayHead({ day, isToday }: { day: Day; isToday: boolean }) {
  return (
    <p className="bookings-day">
      <b>
        {longDate(day.day)} {weekdayName(day.day)}
      </b>
      {isToday && <span className="tag">今天</span>}
      {day.closedBecause !== null && (
        <span className="tag amber">不接受预约：{day.closedBecause}</span>
      )}
      <span className="sec">{countWords(day.bookings)}</span>
    </p>
  )
}

function countWords(bookings: readonly DayBooking[]): string {
  const parts = BOOKING_STANDINGS.flatMap((standing) => {
    const count = bookings.filter((one) => one.standing === standing).length
    return count === 0 ? [] : [`${BOOKING_STANDING_NAME[standing]} ${count}`]
  })
  return [`共 ${bookings.length} 个`, ...parts].join('，')
}

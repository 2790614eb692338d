import type { z } from 'zod'
import type { BookingDay } from '../../../contract/bookings.ts'
import { monthDay, weekdayName } from '../../ui/dates.ts'
import { useLanguage } from '../words/language.ts'
import { useBookingWords } from './words.ts'

type Day = z.output<typeof BookingDay>

/** The days ahead; a closed one stands between with its reason. */
export function ChooseDay(props: {
  days: readonly Day[]
  chosen: string
  onChoose: (day: string) => void
}) {
  const words = useBookingWords()
  return (
    <section className="card part" aria-labelledby="book-day">
      <h2 id="book-day">{words.day}</h2>
      <ul className="book-days">
        {props.days.map((day) => (
          <li key={day.day}>
            <DayButton
              day={day}
              chosen={day.day === props.chosen}
              onChoose={() => props.onChoose(day.day)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DayButton(props: { day: Day; chosen: boolean; onChoose: () => void }) {
  const words = useBookingWords()
  const language = useLanguage()
  const { day, dayName, closedBecause, slots } = props.day
  const free = slots.reduce((sum, slot) => sum + slot.free, 0)
  const isClosed = closedBecause !== null || free === 0
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      disabled={isClosed}
      className={props.chosen ? 'day chosen' : 'day'}
      onClick={props.onChoose}
    >
      <b>{monthDay(day, language)}</b>
      <span>{weekdayName(day, language)}</span>
      {closedBecause !== null && <small lang="zh-CN">{closedBecause}</small>}
      {closedBecause === null && <small>{free === 0 ? words.full : words.free(free)}</small>}
      {dayName !== null && <em lang="zh-CN">{dayName}</em>}
    </button>
  )
}

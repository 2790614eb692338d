import type { z } from 'zod'
import type { BookingDay } from '../../../contract/bookings.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { useLanguage } from '../words/language.ts'
import { useBookingWords } from './words.ts'

type Day = z.output<typeof BookingDay>

/** The half-hours of one day, morning and afternoon apart. */
export function ChooseSlot(props: { day: Day; chosen: string; onChoose: (from: string) => void }) {
  const words = useBookingWords()
  const language = useLanguage()
  const { day, slots } = props.day
  const halves = [
    { name: words.morning, slots: slots.filter(({ from }) => from < '12:00') },
    { name: words.afternoon, slots: slots.filter(({ from }) => from >= '12:00') },
  ]
  return (
    <section className="card part" aria-labelledby="book-slot">
      <h2 id="book-slot">{words.slot}</h2>
      <p className="soft">
        {longDate(day, language)} {weekdayName(day, language)}
      </p>
      {halves
        .filter((half) => half.slots.length > 0)
        .map((half) => (
          <div key={half.name}>
            <h3>{half.name}</h3>
            <ul className="book-slots">
              {half.slots.map(({ from, to, free }) => (
                <li key={from}>
                  <button
                    type="button"
                    aria-pressed={from === props.chosen}
                    disabled={free === 0}
                    className={from === props.chosen ? 'slot chosen' : 'slot'}
                    onClick={() => props.onChoose(from)}
                  >
                    <b>
                      {from}–{to}
                    </b>
                    <small>{free === 0 ? words.full : words.free(free)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

import { useSyncExternalStore } from 'react'
import { call } from '../../api/call.ts'
import { serverTimeOfDay, serverToday } from '../../api/server-clock.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { PUBLIC_CALENDAR } from '../public-operations.ts'
import { useAnswer } from '../use-answer.ts'
import { useLanguage } from '../words/language.ts'
import { type HallStatus, hallStatus } from './hall-hours.ts'
import { useHomeWords } from './words.ts'

const loadDays = async (signal: AbortSignal) => {
  const { years } = await call(PUBLIC_CALENDAR, { signal })
  return years.flatMap(({ days }) => days)
}

const neverTold = () => () => undefined

/** Painted beforehand the card has no day yet. */
function todayHere(): ReturnType<typeof serverToday> | undefined {
  return typeof document === 'undefined' ? undefined : serverToday()
}

/** Whether one can go there now. How many wait is told once there is a queue to ask. */
export function HallCard() {
  const words = useHomeWords()
  const language = useLanguage()
  const { reply: days } = useAnswer(loadDays)
  const today = useSyncExternalStore(neverTold, todayHere)
  const [hours = '0', minutes = '0'] = serverTimeOfDay().split(':')
  const status =
    days && today !== undefined
      ? hallStatus(days, today, Number(hours) * 60 + Number(minutes))
      : undefined
  return (
    <section className="card hall" aria-labelledby="hall">
      <div className="hall-head">
        <h2 id="hall">{words.hall}</h2>
        <p role="status" className={status?.open ? 'hall-now open' : 'hall-now'}>
          {status && (status.open ? words.open : words.closed)}
        </p>
      </div>
      <dl>
        <div>
          <dt>{words.today}</dt>
          <dd>
            {today && `${longDate(today, language)} ${weekdayName(today, language)} `}
            {status && <Hours status={status} />}
          </dd>
        </div>
        <div>
          <dt>{words.address}</dt>
          <dd>
            {words.hallPlace}
            <small className="pending">{words.addressUnknown}</small>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Hours({ status }: { status: HallStatus }) {
  const words = useHomeWords()
  const language = useLanguage()
  const { worksToday, open, next } = status
  return (
    <>
      {worksToday ? words.hours : words.restDay}
      {worksToday && <small className="pending">{words.hoursUnconfirmed}</small>}
      {!open && next !== null && (
        <small>{words.nextOpen(longDate(next, language), weekdayName(next, language))}</small>
      )}
    </>
  )
}

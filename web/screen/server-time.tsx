import { useLanguage } from '../portal/words/language.ts'
import { monthDay, weekdayName } from '../ui/dates.ts'
import { useServerMinute } from '../ui/use-server-minute.ts'

/** The day and the minute of the server: a device's own clock may be wrong. */
export function ServerTime() {
  const language = useLanguage()
  const now = useServerMinute()
  if (now === null) return null
  const { day, time } = now
  return (
    <time dateTime={`${day}T${time}+08:00`}>
      <span>
        {monthDay(day, language)} {weekdayName(day, language)}
      </span>
      <strong>{time}</strong>
    </time>
  )
}

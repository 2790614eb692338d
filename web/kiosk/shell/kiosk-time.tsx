import { useLanguage } from '../../portal/words/language.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { useServerMinute } from '../../ui/use-server-minute.ts'

/** By the server's clock, whatever the kiosk's own says. */
export function KioskTime() {
  const language = useLanguage()
  const now = useServerMinute()
  if (now === null) return null
  const { day, time } = now
  return (
    <time dateTime={`${day}T${time}+08:00`}>
      <strong>{time}</strong>
      {longDate(day, language)} {weekdayName(day, language)}
    </time>
  )
}

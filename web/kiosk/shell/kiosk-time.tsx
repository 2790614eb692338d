import { useEffect, useState } from 'react'
import { serverTimeOfDay, serverToday } from '../../api/server-clock.ts'
import { useLanguage } from '../../portal/words/language.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'

/** By the server's clock, whatever the kiosk's own says. */
export function KioskTime() {
  const language = useLanguage()
  const [{ day, time }, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={`${day}T${time}+08:00`}>
      <strong>{time}</strong>
      {longDate(day, language)} {weekdayName(day, language)}
    </time>
  )
}

function read() {
  return { day: serverToday(), time: serverTimeOfDay() }
}

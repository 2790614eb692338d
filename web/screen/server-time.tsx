import { useEffect, useState } from 'react'
import { serverTimeOfDay, serverToday } from '../api/server-clock.ts'
import { monthDay, weekdayName } from '../ui/dates.ts'
import { useLanguage } from '../portal/words/language.ts'

/** The day and the minute of the server: a device's own clock may be wrong. */
export function ServerTime() {
  const language = useLanguage()
  const [now, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={`${now.day}T${now.time}+08:00`}>
      <span>
        {monthDay(now.day, language)} {weekdayName(now.day, language)}
      </span>
      <strong>{now.time}</strong>
    </time>
  )
}

function read() {
  return { day: serverToday(), time: serverTimeOfDay() }
}

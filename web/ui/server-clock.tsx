import { useEffect, useState } from 'react'
import { serverTimeOfDay } from '../api/server-clock.ts'
import { longDate, weekdayName } from './dates.ts'

/** 2026年3月24日 星期二 10:42: the day and the minute are the server's. */
export function ServerClock({ today }: { today: string }) {
  const [time, setTime] = useState(serverTimeOfDay)
  useEffect(() => {
    const timer = setInterval(() => setTime(serverTimeOfDay()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={`${today}T${time}+08:00`}>
      {longDate(today)} {weekdayName(today)} {time}
    </time>
  )
}

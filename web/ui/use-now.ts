import { useEffect, useState } from 'react'
import { serverNow } from '../api/server-clock.ts'

/** Milliseconds since 1970 by the server's clock, anew every `everySeconds`. */
export function useNow(everySeconds: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everySeconds * 1_000)
    return () => clearInterval(timer)
  }, [everySeconds])
  return now
}

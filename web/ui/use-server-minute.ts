import { useSyncExternalStore } from 'react'
import {
  isServerTimeKnown,
  serverTimeOfDay,
  serverToday,
  watchServerClock,
} from '../api/server-clock.ts'

/** The day and the minute by the server's clock, as they pass; null until the server has answered once. */
export function useServerMinute(): { readonly day: string; readonly time: string } | null {
  const now = useSyncExternalStore(watch, read, () => '')
  const [day = '', time = ''] = now.split(' ')
  return now === '' ? null : { day, time }
}

function watch(tell: () => void): () => void {
  const stop = watchServerClock(tell)
  const timer = setInterval(tell, 1_000)
  return () => {
    stop()
    clearInterval(timer)
  }
}

function read(): string {
  return isServerTimeKnown() ? `${serverToday()} ${serverTimeOfDay()}` : ''
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { liveFeed, type LiveMessage } from '../../contract/live.ts'
import { addressOf } from './call.ts'
import { invalidateLists, invalidatePages } from './invalidate-applications.ts'
import { createListBeat } from './list-beat.ts'

export type LiveState = 'connecting' | 'live' | 'reconnecting'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Keeps the open application fresh at once and lists in their beat, while the page is open; resumes where it stopped
 * after a lost connection.
 */
export function useLive(): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let cursor = ''
    let interrupted = false
    let wait = FIRST_WAIT
    const beat = createListBeat()
    let reading: ReturnType<typeof setTimeout> | undefined
    const readLists = () => {
      reading = undefined
      void invalidateLists(queries)
    }
    const connect = () => {
      source = new EventSource(addressOf(liveFeed.path, {}, { after: cursor }))
      source.addEventListener('open', () => {
        wait = FIRST_WAIT
        setState('live')
        if (interrupted) void queries.invalidateQueries()
        interrupted = false
      })
      source.addEventListener('message', (event: MessageEvent<string>) => {
        if (event.lastEventId !== '') cursor = event.lastEventId
        void invalidatePages(queries, [(JSON.parse(event.data) as LiveMessage).applicationId])
        reading ??= setTimeout(readLists, beat.waitAt(Date.now()))
      })
      source.addEventListener('error', () => {
        interrupted = true
        setState('reconnecting')
        // The browser reconnects by itself with Last-Event-ID unless the server answered an error.
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(connect, wait)
        wait = Math.min(wait * 2, LONGEST_WAIT)
      })
    }
    connect()
    return () => {
      source?.close()
      clearTimeout(timer)
      clearTimeout(reading)
    }
  }, [queries])
  return state
}

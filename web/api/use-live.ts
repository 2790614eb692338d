import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { liveFeed, type LiveMessage } from '../../contract/live.ts'
import { addressOf } from './call.ts'
import { invalidateApplication } from './invalidate-application.ts'

export type LiveState = 'connecting' | 'live' | 'reconnecting'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/** Keeps lists and open applications fresh while the page is open; resumes where it stopped after a lost connection. */
export function useLive(): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let cursor = ''
    let wait = FIRST_WAIT

    const connect = () => {
      source = new EventSource(addressOf(liveFeed.path, {}, { after: cursor }))
      source.addEventListener('open', () => {
        wait = FIRST_WAIT
        setState('live')
      })
      source.addEventListener('message', (event: MessageEvent<string>) => {
        if (event.lastEventId !== '') cursor = event.lastEventId
        void invalidateApplication(queries, (JSON.parse(event.data) as LiveMessage).applicationId)
      })
      source.addEventListener('error', () => {
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
    }
  }, [queries])
  return state
}

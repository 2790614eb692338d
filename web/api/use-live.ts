import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { liveFeed, type LiveMessage } from '../../contract/live.ts'
import { addressOf } from './call.ts'
import { invalidateApplications } from './invalidate-applications.ts'

export type LiveState = 'connecting' | 'live' | 'reconnecting'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
const BEAT = 200

/** Keeps lists and open applications fresh while the page is open; resumes where it stopped after a lost connection. */
export function useLive(): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let cursor = ''
    let interrupted = false
    let wait = FIRST_WAIT
    const moved = new Set<string>()
    let flushing: ReturnType<typeof setTimeout> | undefined

    // A busy hall moves many applications a second: lists are read anew at most once a beat.
    const flush = () => {
      flushing = undefined
      void invalidateApplications(queries, [...moved])
      moved.clear()
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
        moved.add((JSON.parse(event.data) as LiveMessage).applicationId)
        flushing ??= setTimeout(flush, BEAT)
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
      clearTimeout(flushing)
    }
  }, [queries])
  return state
}

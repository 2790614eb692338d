import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hallFeed } from '../../contract/hall.ts'
import { addressOf } from './call.ts'
import { HALL } from './hall-queries.ts'

/** Milliseconds: acts that come together are read together. */
const BREATH = 150
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 15_000

/**
 * Reads what is shown of the hall anew whenever something happens in it, while `isOn` and somebody looks: a browser keeps
 * six connections to a server, and a page in the background must leave them to the one in front.
 */
export function useHallLive(isOn = true): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isOn) return undefined
    let source: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let reading: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT
    const read = () => {
      reading ??= setTimeout(() => {
        reading = undefined
        void queries.invalidateQueries({ queryKey: [HALL] })
      }, BREATH)
    }
    const connect = () => {
      source = new EventSource(addressOf(hallFeed.path, {}, {}))
      source.addEventListener('open', () => {
        wait = FIRST_WAIT
      })
      // Each connection begins with a message: what a lost one missed is read with it.
      source.addEventListener('message', read)
      source.addEventListener('error', () => {
        // The browser reconnects by itself unless the server answered an error.
        if (source?.readyState !== EventSource.CLOSED) return
        again = setTimeout(connect, wait)
        wait = Math.min(wait * 2, LONGEST_WAIT)
      })
    }
    const end = () => {
      source?.close()
      source = undefined
      clearTimeout(again)
    }
    const follow = () => {
      end()
      if (!document.hidden) connect()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      end()
      clearTimeout(reading)
    }
  }, [queries, isOn])
}

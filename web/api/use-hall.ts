import { useEffect, useRef, useState } from 'react'
import { addressOf, call } from './call.ts'
import { HALL_BOARD, HALL_FEED } from './hall-operations.ts'
import { type HallCall, type HallNews, watchHall } from './hall-feed.ts'
import { serverNow } from './server-clock.ts'

const NOTHING: HallNews = { board: null, line: 'connecting', lastNewsAt: null }

/** The hall as it is now, for as long as the page is open. `onCall` hears each call once. */
export function useHall(onCall?: (call: HallCall) => void): HallNews {
  const [news, setNews] = useState(NOTHING)
  const hear = useRef(onCall)
  useEffect(() => {
    hear.current = onCall
  })
  useEffect(
    () =>
      watchHall({
        readBoard: async () => await call(HALL_BOARD),
        openFeed: () => new EventSource(addressOf(HALL_FEED.path, {}, {})),
        now: serverNow,
        onNews: setNews,
        onCall: (one) => hear.current?.(one),
      }),
    [],
  )
  return news
}

import { useEffect, useRef, useState } from 'react'
import { addressOf, call } from './call.ts'
import { HALL_BOARD, HALL_FEED } from './hall-operations.ts'
import { type HallCall, type HallNews, watchHall } from './hall-feed.ts'
import { keepBoard, keptBoard } from './kept-board.ts'
import { serverNow, serverToday } from './server-clock.ts'

const NOTHING: HallNews = { board: null, line: 'connecting', lastNewsAt: null }

/**
 * The hall as it is now, for as long as the page is open. `onCall` hears each call once. A screen `keeps` what it showed, and
 * shows it again when it starts without a server.
 */
export function useHall(onCall?: (call: HallCall) => void, keeps = false): HallNews {
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
        kept: keeps ? keptBoard(localStorage, serverToday()) : null,
        onNews: (latest) => {
          setNews(latest)
          const { board, line, lastNewsAt } = latest
          if (keeps && line === 'live' && board !== null && lastNewsAt !== null)
            keepBoard(localStorage, { board, lastNewsAt })
        },
        onCall: (one) => hear.current?.(one),
      }),
    [keeps],
  )
  return news
}

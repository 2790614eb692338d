import { useEffect, useState } from 'react'
import type { HallBoard } from '../../../contract/hall.ts'
import { call } from '../../api/call.ts'
import { serverToday } from '../../api/server-clock.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { PUBLIC_CALENDAR } from '../public-operations.ts'
import { useAnswer } from '../use-answer.ts'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { nextWorkingDay } from './hall-hours.ts'
import { waitsOf, type QueueWait } from './queue-waits.ts'
import { readHall, type HallNews } from './read-hall.ts'
import { useHallWords } from './hall/words.ts'

/** Milliseconds; nobody looks at a page that is not seen. */
const LOOK = 20_000

/** Before one leaves home: whether it is open, how many wait, and how long one waits, queue by queue. */
export function HallNow() {
  const words = useHallWords()
  const { news, isLost } = useHallNews()
  if (news === null)
    return (
      <p role="status" className="soft">
        {isLost && words.unknown}
      </p>
    )
  const { board } = news
  const waits = waitsOf(news.board, news.forecast)
  return (
    <>
      <p role="status" className={board.open ? 'hall-now open' : 'hall-now'}>
        {board.open ? words.open : words.closed}
      </p>
      <Hours board={board} />
      {board.open && waits.some(({ windows }) => windows > 0) && <Waits waits={waits} />}
      {board.open && waits.every(({ windows }) => windows === 0) && <p>{words.noWindow}</p>}
      {isLost && <p className="pending">{words.stale}</p>}
    </>
  )
}

function useHallNews() {
  const [news, setNews] = useState<HallNews | null>(null)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const read = async () => {
      if (document.hidden) return
      try {
        setNews(await readHall(leaving.signal))
        setLost(false)
      } catch {
        if (!leaving.signal.aborted) setLost(true)
      }
    }
    const look = () => void read()
    look()
    const timer = setInterval(look, LOOK)
    document.addEventListener('visibilitychange', look)
    return () => {
      leaving.abort()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return { news, isLost }
}

function Waits({ waits }: { waits: readonly QueueWait[] }) {
  const words = useHallWords()
  const chinese = useChinese()
  return (
    <ul className="hall-waits">
      {waits.map(({ queue, name, waiting, windows, minutes, most }) => (
        <li key={queue}>
          <span {...chinese}>{name}</span>
          <b>{windows === 0 ? words.notServed : words.waiting(waiting)}</b>
          {minutes !== null && (
            <small className="soft">
              {most === null ? words.about(minutes) : words.between(minutes, most)}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}

function Hours({ board }: { board: HallBoard }) {
  const words = useHallWords()
  const language = useLanguage()
  const chinese = useChinese()
  return (
    <p>
      {words.hours} {board.hours}{' '}
      {board.closedBecause !== null && <span {...chinese}>{board.closedBecause}</span>}
      {!board.hoursConfirmed && <small className="pending">{words.unconfirmed}</small>}
      {!board.open && <NextDay language={language} />}
    </p>
  )
}

const loadDays = async (signal: AbortSignal) => {
  const { years } = await call(PUBLIC_CALENDAR, { signal })
  return years.flatMap(({ days }) => days)
}

function NextDay({ language }: { language: ReturnType<typeof useLanguage> }) {
  const words = useHallWords()
  const { reply: days } = useAnswer(loadDays)
  const next = days && nextWorkingDay(days, serverToday())
  if (next === undefined) return null
  return <small>{words.nextOpen(longDate(next, language), weekdayName(next, language))}</small>
}

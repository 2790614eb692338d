import { useEffect } from 'react'
import type { HallBoard } from '../../contract/hall.ts'
import { useHall } from '../api/use-hall.ts'
import type { KeptDevice } from '../api/hall-device.ts'
import { useChinese } from '../portal/words/chinese.ts'
import { CalledNow } from './called-now.tsx'
import { LastCalls } from './last-calls.tsx'
import { LineLamp } from './line-lamp.tsx'
import { OrderRule } from './order-rule.tsx'
import { QueueStrip } from './queue-strip.tsx'
import { ServerTime } from './server-time.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { useScreenDevice } from './use-screen-device.ts'
import { useScreenWords } from './words.ts'

/** Over the heads of the waiting, 1920 × 1080: numbers and windows, nobody's name. */
export function HallScreen({ device }: { device: KeptDevice | undefined }) {
  const words = useScreenWords()
  const chinese = useChinese()
  const { hear, look, voice, wake } = useAnnouncements()
  const { board, line, lastNewsAt } = useHall(hear, true)
  useEffect(() => look(board), [look, board])
  useEffect(() => {
    document.title = words.title
  }, [words])
  useScreenDevice(device, { voice, network: line === 'lost' ? 'fault' : 'ok' })
  return (
    <div className="hall-screen">
      <header>
        <h1 {...chinese}>{words.centre}</h1>
        <LineLamp line={line} lastNewsAt={lastNewsAt} />
        {voice === 'muted' && line !== 'lost' && (
          <button type="button" onClick={wake}>
            {words.wake}
          </button>
        )}
        <ServerTime />
      </header>
      <main>
        <CalledNow board={board} />
        <LastCalls calls={board?.calls ?? []} />
      </main>
      <QueueStrip queues={board?.queues ?? []} />
      <footer>
        <OrderRule rule={board?.orderRule ?? ''} />
        <Paused windows={board?.windows ?? []} />
      </footer>
    </div>
  )
}

function Paused({ windows }: { windows: HallBoard['windows'] }) {
  const words = useScreenWords()
  const paused = windows.filter(({ state }) => state === 'paused')
  if (paused.length === 0) return null
  return (
    <p className="paused">
      <svg width="64" height="64" viewBox="0 0 44 44" aria-hidden="true">
        <rect
          x="3"
          y="3"
          width="38"
          height="38"
          rx="6"
          fill="#fff"
          stroke="#B86E00"
          strokeWidth="5"
        />
        <path d="M17 13v18M27 13v18" stroke="#B86E00" strokeWidth="5" />
      </svg>
      <span>
        {words.windows(paused.map(({ windowId }) => windowId))}
        <b>{words.paused}</b>
      </span>
    </p>
  )
}

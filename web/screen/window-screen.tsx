import { useEffect } from 'react'
import type { HallBoard } from '../../contract/hall.ts'
import { useHall } from '../api/use-hall.ts'
import type { KeptDevice } from '../api/hall-device.ts'
import { useChinese } from '../portal/words/chinese.ts'
import { LineLamp } from './line-lamp.tsx'
import { ServerTime } from './server-time.tsx'
import { useScreenDevice } from './use-screen-device.ts'
import { useScreenWords } from './words.ts'

/** Over one window: its number, whom it calls or serves, whether it is open. */
export function WindowScreen(props: { device: KeptDevice | undefined; windowId: number }) {
  const words = useScreenWords()
  const chinese = useChinese()
  const { board, line, lastNewsAt } = useHall(undefined, true)
  const window = board?.windows.find(({ windowId }) => windowId === props.windowId)
  useScreenDevice(props.device, { network: line === 'lost' ? 'fault' : 'ok' })
  useEffect(() => {
    document.title = words.windowTitle(props.windowId)
  }, [words, props.windowId])
  const state = window?.state ?? 'closed'
  return (
    <div className={`window-screen ${state} ${window?.calling === true ? 'calling' : ''}`}>
      <header>
        <h1>
          <strong>{props.windowId}</strong> {words.window}
        </h1>
        <p {...chinese}>{window?.zoneName}</p>
        <ServerTime />
      </header>
      <main aria-live="polite">
        {window && <Standing window={window} />}
        {board && window === undefined && <p className="state">{words.noWindow}</p>}
      </main>
      <LineLamp line={line} lastNewsAt={lastNewsAt} />
    </div>
  )
}

function Standing({ window }: { window: HallBoard['windows'][number] }) {
  const words = useScreenWords()
  const { state, number, calling } = window
  const told = state === 'closed' ? words.closedWindow : words[state]
  if (number === null) return <p className="state">{told}</p>
  return (
    <>
      <p className="label">{calling ? words.please : words.serving}</p>
      <p className="number">{number}</p>
      {state !== 'busy' && <p className="label">{told}</p>}
    </>
  )
}

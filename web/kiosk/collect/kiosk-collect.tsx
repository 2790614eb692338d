import { useState } from 'react'
import type { HallBoard } from '../../../contract/hall.ts'
import { useHall } from '../../api/use-hall.ts'
import { statusWord } from '../../portal/my/my-words.ts'
import { useMyWords } from '../../portal/my/words.ts'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { NumberForm, type Found } from '../progress/number-form.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { collectStateOf } from './collect-state.ts'
import { LockerCollect } from './locker-collect.tsx'
import { useCollectWords } from './words.ts'

/** Where results are handed out, by the letter of its tickets. */
const COLLECTING = 'D'

/** Whether a result is ready, and where it is handed out: asked before one waits for it. */
export function KioskCollect() {
  const words = useCollectWords()
  const [asked, setAsked] = useState<{ found: Found; code: string } | null>(null)
  if (asked)
    return asked.found.lockerBox === null ? (
      <Answer found={asked.found} onBack={() => setAsked(null)} />
    ) : (
      <LockerCollect {...asked} onBack={() => setAsked(null)} />
    )
  return (
    <KioskPage title={words.title} lead={words.lead}>
      <NumberForm onFound={(found, code) => setAsked({ found, code })} />
    </KioskPage>
  )
}

function Answer({ found, onBack }: { found: Found; onBack: () => void }) {
  const words = useCollectWords()
  const mine = useMyWords()
  const { end } = useKioskVisit()
  const { board } = useHall()
  const state = collectStateOf(found.status)
  const queue = board?.queues.find((one) => one.queue === COLLECTING)
  return (
    <KioskPage title={words[state]} onBack={onBack}>
      <section className="kiosk-card">
        <p lang="zh-CN">
          <b>{found.item.name}</b>
        </p>
        <p>
          {found.number} · {statusWord(found.status, found.statusName, mine)}
        </p>
      </section>
      {state === 'ready' && (
        <>
          <p className="kiosk-note">
            {words.where(windowsOf(board))} {words.bring}
          </p>
          {queue && <p>{words.waiting(queue.waiting)}</p>}
        </>
      )}
      {state === 'not-yet' && <p>{words.notYetSays}</p>}
      {state === 'collected' && <p>{words.collectedSays}</p>}
      <p className="kiosk-acts">
        {state === 'ready' && (
          <a className="btn main" href="/kiosk/ticket">
            {words.take}
          </a>
        )}
        <button type="button" className="btn" onClick={end}>
          {words.done}
        </button>
      </p>
    </KioskPage>
  )
}

/** Windows that hand results out and are open, else all that do. */
function windowsOf(board: HallBoard | null): readonly number[] {
  const all = board?.windows.filter(({ queues }) => queues.includes(COLLECTING)) ?? []
  const open = all.filter(({ state }) => state === 'free' || state === 'busy')
  return (open.length > 0 ? open : all).map(({ windowId }) => windowId)
}

import { useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** Where this computer's clerk sat last: a counter does not move. */
const KEPT = 'yichuang.window'

/** Sitting down at a window, or taking it over from a colleague. Receiving works without it. */
export function SignOnBox({ calls, windows }: { calls: CallDesk; windows: HallDesk['windows'] }) {
  const [chosen, setChosen] = useState(() => Number(localStorage.getItem(KEPT)))
  const [asking, setAsking] = useState(false)
  const window = windows.find(({ windowId }) => windowId === chosen) ?? windows[0]
  if (window === undefined)
    return (
      <div className="sign-on">
        <p className="sec small">大厅没有您的窗口，不叫号；收件照常。</p>
      </div>
    )
  const { windowId, name, takenByName } = window
  const sit = async (how: 'sign-on' | 'hand-over') => {
    if (!(await calls.sit(windowId, how))) return
    localStorage.setItem(KEPT, String(windowId))
    setAsking(false)
  }
  return (
    <div className="sign-on" aria-label="上岗" role="group">
      <p className="sec small">未上岗：不叫号也能收件。</p>
      <div className="line">
        <select
          aria-label="窗口"
          value={windowId}
          onChange={(event) => {
            calls.forget()
            setChosen(Number(event.target.value))
          }}
        >
          {windows.map((one) => (
            <option key={one.windowId} value={one.windowId}>
              {one.name}
              {one.takenByName === null ? '' : `（${one.takenByName}）`}
            </option>
          ))}
        </select>
        {takenByName === null ? (
          <button
            type="button"
            className="btn"
            disabled={calls.busy}
            onClick={() => void sit('sign-on')}
          >
            上岗
          </button>
        ) : (
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            接班
          </button>
        )}
      </div>
      {calls.problem && !asking && <ProblemNote problem={calls.problem} />}
      {asking && (
        <ConfirmDialog
          title={`接替 ${takenByName ?? ''} 在${name}上岗`}
          confirmLabel="接班"
          busy={calls.busy}
          problem={calls.problem}
          onConfirm={() => void sit('hand-over')}
          onClose={() => {
            calls.forget()
            setAsking(false)
          }}
        >
          <p>正在该窗口办理和挂起的号票留在窗口，由您接着办。接班记入叫号记录。</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

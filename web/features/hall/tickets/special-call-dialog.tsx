import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { specialCall } from '../../../../contract/tickets.ts'
import { call } from '../../../api/call.ts'
import { hallBoardQuery } from '../../../api/hall-queries.ts'
import type { HallActs } from '../../../api/use-hall-act.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import {
  FIRST_SPECIAL,
  isSpecialWhole,
  SpecialReasonFields,
} from '../../../ui/special-reason-fields.tsx'
import type { ActedOn } from './ticket-acts.tsx'

/** 特呼 by the hall manager: to a window that is free and serves the queue. */
export function SpecialCallDialog(props: { acts: HallActs; ticket: ActedOn; onClose: () => void }) {
  const { acts, ticket, onClose } = props
  const { number, queue } = ticket
  const board = useQuery(hallBoardQuery()).data
  const windows = (board?.windows ?? []).filter((one) => one.queues.includes(queue))
  const free = windows.find(({ state }) => state === 'free')
  const [chosen, setChosen] = useState<string | null>(null)
  const [special, setSpecial] = useState(FIRST_SPECIAL)
  const windowId = chosen ?? String(free?.windowId ?? '')
  const send = async () => {
    const text = special.text.trim()
    const done = await acts.run({
      name: `special-call ${windowId} ${number}`,
      send: (commandId) =>
        call(specialCall, {
          params: { windowId: Number(windowId) },
          body: { commandId, number, reason: special.reason, text },
        }),
    })
    if (done !== undefined) onClose()
  }
  return (
    <ConfirmDialog
      title={`特呼 ${number}`}
      confirmLabel="特呼"
      ready={windowId !== '' && isSpecialWhole(special)}
      busy={acts.busy}
      problem={acts.problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>窗口</span>
          <select
            className="text"
            value={windowId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {free === undefined && <option value="">现在没有空闲的窗口</option>}
            {windows.map((one) => (
              <option key={one.windowId} value={one.windowId} disabled={one.state !== 'free'}>
                {one.name}（{one.stateName}）
              </option>
            ))}
          </select>
        </label>
        <SpecialReasonFields value={special} onChange={setSpecial} />
        <p className="sec small">不按次序，由该窗口马上叫这个号；理由记入叫号记录。</p>
      </div>
    </ConfirmDialog>
  )
}

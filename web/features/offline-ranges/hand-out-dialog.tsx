import { useState } from 'react'
import type { z } from 'zod'
import { handOutRange, type listRanges } from '../../../contract/offline-ranges.ts'
import { RECEIPTS_A_RANGE, TICKETS_A_RANGE } from '../../../domain/offline/reserved-range.ts'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { longDate } from '../../ui/dates.ts'
import { useRangeChange } from './use-range-change.ts'

type Listed = z.output<typeof listRanges.reply>
type Wish = { readonly deviceId: string; readonly queue: QueueCode | null; readonly day: string }

/** One more range for a machine before a long cut: it fetches it when it next hears the server. */
export function HandOutDialog({ listed, onClose }: { listed: Listed; onClose: () => void }) {
  const { holders, today, lastDay } = listed
  const [chosen, setChosen] = useState('')
  const [queue, setQueue] = useState<QueueCode>('A')
  const [day, setDay] = useState(today)
  const holder = holders.find((one) => `${one.kind} ${one.deviceId}` === chosen)
  const isKiosk = holder?.kind === 'ticket'
  const { run, busy, problem } = useRangeChange((wish: Wish, rangeId) =>
    call(handOutRange, { body: { rangeId, ...wish } }),
  )
  const send = async () => {
    if (holder === undefined) return
    const { deviceId } = holder
    const done = await run({ deviceId, queue: isKiosk ? queue : null, day })
    if (done !== undefined) onClose()
  }
  return (
    <ConfirmDialog
      title="增发号段"
      confirmLabel={`增发 ${isKiosk ? TICKETS_A_RANGE : RECEIPTS_A_RANGE} 个编号`}
      ready={holder !== undefined}
      busy={busy}
      problem={problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>设备</span>
          <select
            className="text"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">请选择</option>
            {holders.map((one) => (
              <option key={`${one.kind} ${one.deviceId}`} value={`${one.kind} ${one.deviceId}`}>
                {one.holder} · 设备 {one.deviceId.slice(-6)}
              </option>
            ))}
          </select>
        </label>
        {isKiosk && (
          <label className="row">
            <span>队列</span>
            <select
              className="text"
              value={queue}
              onChange={(event) =>
                setQueue(QUEUE_CODES.find((one) => one === event.target.value) ?? queue)
              }
            >
              {QUEUE_CODES.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="row">
          <span>日期</span>
          <select className="text" value={day} onChange={(event) => setDay(event.target.value)}>
            {[today, lastDay].map((one) => (
              <option key={one} value={one}>
                {longDate(one)}
              </option>
            ))}
          </select>
        </label>
        <p className="sec small">
          设备下次联网时（最迟十分钟）自动取走，用完手里的再用这一段。名单里没有的设备，请先在联网时打开它的综合窗口或者自助机首页，它会自己领到第一段。
        </p>
      </div>
    </ConfirmDialog>
  )
}

import { useState } from 'react'
import type { z } from 'zod'
import { setBookingCapacity } from '../../../contract/hall-bookings.ts'
import { addDays } from '../../../domain/shared/local-date.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type BookingPlan, WEEKDAY_NAMES } from './plan-words.ts'
import { useBookingChange } from './use-booking-change.ts'

type Wish = z.input<typeof setBookingCapacity.body>
type Kind = Wish['kind']
const KIND_NAME = { 'every-day': '每天', weekday: '每逢星期几', date: '只在某一天' } as const
const KINDS: readonly Kind[] = ['every-day', 'weekday', 'date']
const MOST = 200

/** Seats of a half-hour: of which queue, when, from which day on. `day`: the date that it was asked from. */
export function CapacityDialog(props: {
  plan: BookingPlan
  day: string | null
  onClose: () => void
}) {
  const { plan, onClose } = props
  const first = addDays(plan.today as LocalDate, 1)
  const offered = plan.queues.filter((queue) => queue.offered)
  const [queue, setQueue] = useState(offered[0]?.queue ?? plan.queues[0]?.queue ?? 'A')
  const [kind, setKind] = useState<Kind>(props.day === null ? 'every-day' : 'date')
  const [weekday, setWeekday] = useState(1)
  const [day, setDay] = useState<string>(props.day ?? first)
  const [seats, setSeats] = useState('')
  const [withdrawn, setWithdrawn] = useState(false)
  const { run, busy, problem } = useBookingChange((body: Wish) =>
    call(setBookingCapacity, { body }),
  )
  const isWithdrawn = withdrawn && kind !== 'every-day'
  const count = /^\d{1,3}$/.test(seats) ? Number(seats) : null
  const wish = isWithdrawn || count !== null ? wishOf() : null
  function wishOf(): Wish {
    const capacity = isWithdrawn ? null : (count ?? 0)
    if (kind === 'date') return { kind, queue, day, capacity }
    if (kind === 'weekday') return { kind, queue, weekday, validFrom: day, capacity }
    return { kind, queue, validFrom: day, capacity: capacity ?? 0 }
  }
  const taken = plan.days.find((one) => one.day === day)?.queues.find((one) => one.queue === queue)
  return (
    <ConfirmDialog
      title="调整号源"
      confirmLabel="保存"
      ready={wish !== null && day >= first && (isWithdrawn || (count ?? 0) <= MOST)}
      busy={busy}
      problem={problem}
      onConfirm={() => {
        if (wish !== null) void run(wish).then((done) => done !== undefined && onClose())
      }}
      onClose={onClose}
    >
      <div className="short-form">
        <label className="row">
          <span>业务</span>
          <select
            className="text"
            value={queue}
            onChange={(event) =>
              setQueue(plan.queues.find((one) => one.queue === event.target.value)?.queue ?? queue)
            }
          >
            {plan.queues.map((one) => (
              <option key={one.queue} value={one.queue}>
                {one.queue} {one.queueName}
                {one.offered ? '' : '（暂不开放）'}
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          <span>适用</span>
          <select
            className="text"
            value={kind}
            onChange={(event) =>
              setKind(KINDS.find((one) => one === event.target.value) ?? 'every-day')
            }
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {KIND_NAME[one]}
              </option>
            ))}
          </select>
        </label>
        {kind === 'weekday' && (
          <label className="row">
            <span>星期</span>
            <select
              className="text"
              value={weekday}
              onChange={(event) => setWeekday(Number(event.target.value))}
            >
              {WEEKDAY_NAMES.map((name, index) => (
                <option key={name} value={index + 1}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="row">
          <span>{kind === 'date' ? '日期' : '自哪天起'}</span>
          <input
            className="text"
            type="date"
            min={first}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <label className="row">
          <span>每个时段</span>
          <input
            className="text"
            inputMode="numeric"
            value={isWithdrawn ? '' : seats}
            disabled={isWithdrawn}
            maxLength={3}
            placeholder={`0–${MOST}，0 就是不接受预约`}
            onChange={(event) => setSeats(event.target.value.trim())}
          />
        </label>
        {kind !== 'every-day' && (
          <label className="row">
            <span />
            <span>
              <input
                type="checkbox"
                checked={withdrawn}
                onChange={(event) => setWithdrawn(event.target.checked)}
              />{' '}
              撤销单独设置，和平常一样
            </span>
          </label>
        )}
        <p className="sec small">
          最早从明天起生效。已经约出的不受影响
          {taken !== undefined && taken.booked > 0 ? `：这一天已约 ${taken.booked} 个` : ''}。
        </p>
      </div>
    </ConfirmDialog>
  )
}

import { CAPACITY_KINDS, type CapacityForm, firstDay, isWithdrawn } from './capacity-wish.ts'
import { type BookingPlan, WEEKDAY_NAMES } from './plan-words.ts'

const KIND_NAME = { 'every-day': '每天', weekday: '每逢星期几', date: '只在某一天' } as const

export function CapacityFields(props: {
  plan: BookingPlan
  form: CapacityForm
  onChange: (form: CapacityForm) => void
}) {
  const { plan, form, onChange } = props
  const { queue, kind, weekday, day, seats, withdrawn } = form
  const set = (change: Partial<CapacityForm>) => onChange({ ...form, ...change })
  return (
    <>
      <label className="row">
        <span>业务</span>
        <select
          className="text"
          value={queue}
          onChange={(event) =>
            set({
              queue: plan.queues.find((one) => one.queue === event.target.value)?.queue ?? queue,
            })
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
            set({ kind: CAPACITY_KINDS.find((one) => one === event.target.value) ?? kind })
          }
        >
          {CAPACITY_KINDS.map((one) => (
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
            onChange={(event) => set({ weekday: Number(event.target.value) })}
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
          min={firstDay(plan)}
          value={day}
          onChange={(event) => set({ day: event.target.value })}
        />
      </label>
      <label className="row">
        <span>每个时段</span>
        <input
          className="text"
          inputMode="numeric"
          value={isWithdrawn(form) ? '' : seats}
          disabled={isWithdrawn(form)}
          maxLength={3}
          placeholder="0–200，0 就是不接受预约"
          onChange={(event) => set({ seats: event.target.value.trim() })}
        />
      </label>
      {kind !== 'every-day' && (
        <label className="row">
          <span />
          <span>
            <input
              type="checkbox"
              checked={withdrawn}
              onChange={(event) => set({ withdrawn: event.target.checked })}
            />{' '}
            撤销单独设置，和平常一样
          </span>
        </label>
      )}
    </>
  )
}

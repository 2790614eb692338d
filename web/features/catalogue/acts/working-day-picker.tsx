import { useState } from 'react'
import { longDate } from '../../../ui/dates.ts'
import { isAnnounced, monthAfter, monthOf, type DayRules } from './day-rules.ts'

const WEEK = ['一', '二', '三', '四', '五', '六', '日']

/** One month; only working days from today on can be chosen, and a day off says why. */
export function WorkingDayPicker(props: {
  value: string | null
  today: string
  rules: DayRules
  onChange: (day: string) => void
}) {
  const { value, today, rules } = props
  const [month, setMonth] = useState((value ?? today).slice(0, 7))
  const announced = isAnnounced(`${month}-01`, rules)
  return (
    <div className="day-picker" role="group" aria-label="施行日期">
      <div className="month">
        <button
          type="button"
          aria-label="上个月"
          disabled={month <= today.slice(0, 7)}
          onClick={() => setMonth(monthAfter(month, -1))}
        >
          ‹
        </button>
        <b>
          {Number(month.slice(0, 4))} 年 {Number(month.slice(5))} 月
        </b>
        <button type="button" aria-label="下个月" onClick={() => setMonth(monthAfter(month, 1))}>
          ›
        </button>
      </div>
      {!announced && (
        <p className="fault">{month.slice(0, 4)} 年的放假安排还没有公布，暂不能选择。</p>
      )}
      <div className="days">
        {WEEK.map((name) => (
          <span key={name} className="sec">
            {name}
          </span>
        ))}
        {monthOf(month, rules).map((one, at) =>
          one === null ? (
            <span key={at} />
          ) : (
            <button
              key={one.date}
              type="button"
              disabled={!one.working || !announced || one.date < today}
              aria-pressed={one.date === value}
              aria-label={`${longDate(one.date)}${one.mark === '' ? '' : ` ${one.mark}`}`}
              title={one.working ? one.mark : one.mark === '' ? '周末' : one.mark}
              onClick={() => props.onChange(one.date)}
            >
              {one.day}
              <small>{one.mark === '' ? (one.working ? '' : '休') : one.mark}</small>
            </button>
          ),
        )}
      </div>
    </div>
  )
}

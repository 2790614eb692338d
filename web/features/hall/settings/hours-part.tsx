import {
  clockOfMinute,
  minuteOfClock,
  withoutRow,
  withRow,
  type Change,
  type Configuration,
} from './hall-draft.ts'

const MOST_PERIODS = 4

/** When the doors are open. What no document gives stays marked until it is confirmed here. */
export function HoursPart(props: { configuration: Configuration; onChange: Change }) {
  const { periods, days, confirmed } = props.configuration.hours
  const set = (change: Partial<Configuration['hours']>) =>
    props.onChange((before) => ({ ...before, hours: { ...before.hours, ...change } }))
  const setTime = (index: number, name: 'from' | 'to', clock: string) => {
    const minute = minuteOfClock(clock, name === 'to')
    if (minute !== undefined) set({ periods: withRow(periods, index, { [name]: minute }) })
  }
  const add = () => {
    const from = periods.at(-1)?.to ?? 540
    set({ periods: [...periods, { from, to: Math.min(from + 180, 1_440) }] })
  }
  return (
    <section className="panel" aria-label="开放时间">
      <div className="ph">
        <h2 className="h">开放时间</h2>
        {!confirmed && <span className="tag amber">待部门确认</span>}
        <button
          type="button"
          className="btn x"
          onClick={add}
          disabled={periods.length >= MOST_PERIODS}
        >
          添加时段
        </button>
      </div>
      <div className="hours">
        {periods.map(({ from, to }, index) => (
          <div key={index} className="period">
            <input
              type="time"
              aria-label={`时段 ${index + 1} 开始`}
              value={clockOfMinute(from)}
              onChange={(event) => setTime(index, 'from', event.target.value)}
            />
            至
            <input
              type="time"
              aria-label={`时段 ${index + 1} 结束`}
              value={clockOfMinute(to % 1_440)}
              onChange={(event) => setTime(index, 'to', event.target.value)}
            />
            <button
              type="button"
              className="link"
              onClick={() => set({ periods: withoutRow(periods, index) })}
            >
              删除
            </button>
          </div>
        ))}
        <label>
          <span className="sec">开放日</span>{' '}
          <select
            value={days}
            onChange={(event) =>
              set({ days: event.target.value === 'every-day' ? 'every-day' : 'working-days' })
            }
          >
            <option value="working-days">工作日（按工作日历，节假日不开放，调休上班日开放）</option>
            <option value="every-day">每天（演示、24 小时自助）</option>
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={confirmed}
            onChange={(event) => set({ confirmed: event.target.checked })}
          />{' '}
          开放时间和平均办理时间已经部门确认（不再标“待部门确认”）
        </label>
      </div>
    </section>
  )
}

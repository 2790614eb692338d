import { longMinute } from '../../ui/dates.ts'
import { type BookingPlan, whenWords } from './plan-words.ts'

/** What is set about each queue, and the default where nothing is. */
export function PlanSettings({ plan, onSet }: { plan: BookingPlan; onSet: (() => void) | null }) {
  const { queues, settings, slotMinutes, mark, today } = plan
  const nameOf = (queue: string) => queues.find((one) => one.queue === queue)?.queueName ?? queue
  return (
    <section className="panel" aria-label="号源">
      <div className="ph">
        <h2 className="h">号源</h2>
        <span className="sec">
          每个 {slotMinutes} 分钟时段接受几个预约。某一天的设置优先，其次是星期，再次是每天。
        </span>
        {onSet && (
          <button type="button" className="btn primary x" onClick={onSet}>
            调整号源
          </button>
        )}
      </div>
      <table className="plan-settings">
        <thead>
          <tr>
            <th>业务</th>
            <th>什么时候</th>
            <th className="n">每个时段</th>
            <th>设置</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ queue, kind, weekday, day, capacity, setBy, setAt }) => (
            <tr key={`${queue} ${kind} ${weekday ?? ''} ${day}`}>
              <td>
                {queue} {nameOf(queue)}
              </td>
              <td>
                {whenWords({ kind, weekday, day })}
                {day > today && <span className="tag">尚未生效</span>}
              </td>
              <td className="n">
                {capacity === null ? '不再单独设置' : capacity === 0 ? '0（不接受预约）' : capacity}
              </td>
              <td className="sec">
                {setBy}，{longMinute(setAt)}
              </td>
            </tr>
          ))}
          {queues.map(({ queue, queueName, usual, offered }) => (
            <tr key={queue}>
              <td>
                {queue} {queueName}
              </td>
              <td className="sec">没有其他设置时（出厂）</td>
              <td className="n">{usual}</td>
              <td>
                <span className="tag amber">{mark}</span>
                {!offered && <span className="sec"> 这个队列没有开放或者没有窗口，暂不能预约</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

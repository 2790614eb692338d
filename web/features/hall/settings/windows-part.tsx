import {
  freeNumber,
  withoutWindow,
  withRow,
  type Change,
  type Configuration,
} from './hall-draft.ts'
import { ZoneSelect } from './zone-select.tsx'

/** The counters, by the number that hangs over them, and the queues that each serves. */
export function WindowsPart(props: { configuration: Configuration; onChange: Change }) {
  const { onChange } = props
  const { zones, queues, windows } = props.configuration
  const set = (index: number, change: Partial<Configuration['windows'][number]>) =>
    onChange((before) => ({ ...before, windows: withRow(before.windows, index, change) }))
  const add = () =>
    onChange((before) => {
      const windowId = freeNumber(before.windows.map((window) => window.windowId))
      const [zone] = before.zones
      const [queue] = before.queues
      if (zone === undefined || queue === undefined) return before
      const { zoneId } = zone
      const added = { windowId, name: `${windowId} 号窗口`, zoneId, queues: [queue.queue] }
      return { ...before, windows: [...before.windows, added] }
    })
  return (
    <section className="panel" aria-label="窗口">
      <div className="ph">
        <h2 className="h">窗口</h2>
        <button type="button" className="btn x" onClick={add}>
          添加窗口
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th>窗口号</th>
            <th>名称</th>
            <th>分区</th>
            <th>办理的队列</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {windows.map((window, index) => (
            <tr key={window.windowId}>
              <td>
                <b>{window.windowId}</b>
              </td>
              <td>
                <input
                  aria-label={`${window.windowId} 号窗口名称`}
                  value={window.name}
                  maxLength={20}
                  onChange={(event) => set(index, { name: event.target.value })}
                />
              </td>
              <td>
                <ZoneSelect
                  label={`${window.windowId} 号窗口分区`}
                  zones={zones}
                  value={window.zoneId}
                  onChange={(zoneId) => set(index, { zoneId })}
                />
              </td>
              <td className="choices">
                {queues.map(({ queue, name }) => (
                  <label key={queue} title={name}>
                    <input
                      type="checkbox"
                      aria-label={`${window.windowId} 号窗口办理 ${name}`}
                      checked={window.queues.includes(queue)}
                      onChange={(event) =>
                        set(index, {
                          queues: event.target.checked
                            ? [...window.queues, queue]
                            : window.queues.filter((one) => one !== queue),
                        })
                      }
                    />{' '}
                    {queue} {name}
                  </label>
                ))}
              </td>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => onChange((before) => withoutWindow(before, index))}
                >
                  删除
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {windows.length === 0 && (
        <p className="none sec">还没有窗口：没有窗口就不能上岗、不能叫号，收件不受影响。</p>
      )}
    </section>
  )
}

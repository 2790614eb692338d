import { withRow, type Change, type Configuration } from './hall-draft.ts'
import { ZoneSelect } from './zone-select.tsx'

/** Which queues give out numbers, where, and how long a person takes on average. */
export function QueuesPart(props: { configuration: Configuration; onChange: Change }) {
  const { zones, queues, hours } = props.configuration
  const set = (index: number, change: Partial<Configuration['queues'][number]>) =>
    props.onChange((before) => ({ ...before, queues: withRow(before.queues, index, change) }))
  return (
    <section className="panel" aria-label="队列">
      <div className="ph">
        <h2 className="h">队列</h2>
        {!hours.confirmed && <span className="tag amber">平均办理时间待部门确认</span>}
        <span className="x sec small">平均时间用于估计等候和下班前停止取号</span>
      </div>
      <table>
        <thead>
          <tr>
            <th>字头</th>
            <th>名称</th>
            <th>分区</th>
            <th>平均办理（分钟）</th>
            <th>取号</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, name, zoneId, averageMinutes, open }, index) => (
            <tr key={queue}>
              <td>
                <b>{queue}</b>
              </td>
              <td>
                <input
                  aria-label={`${queue} 队列名称`}
                  value={name}
                  maxLength={20}
                  onChange={(event) => set(index, { name: event.target.value })}
                />
              </td>
              <td>
                <ZoneSelect
                  label={`${queue} 队列分区`}
                  zones={zones}
                  value={zoneId}
                  onChange={(to) => set(index, { zoneId: to })}
                />
              </td>
              <td>
                <input
                  type="number"
                  min={1}
                  max={240}
                  aria-label={`${queue} 队列平均办理分钟`}
                  value={averageMinutes}
                  onChange={(event) => set(index, { averageMinutes: Number(event.target.value) })}
                />
              </td>
              <td>
                <label>
                  <input
                    type="checkbox"
                    checked={open}
                    onChange={(event) => set(index, { open: event.target.checked })}
                  />
                  {open ? ' 开放取号' : ' 停止取号'}
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

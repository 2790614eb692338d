import { freeNumber, withoutRow, withRow, type Change, type Configuration } from './hall-draft.ts'

export type PostClerk = {
  readonly accountId: string
  readonly name: string
  readonly windowId: number | null
}

/** A and B posts: who sits at which window, and who takes over when they are away. */
export function PostsPart(props: {
  configuration: Configuration
  clerks: readonly PostClerk[]
  onChange: Change
}) {
  const { clerks, onChange } = props
  const { windows, posts } = props.configuration
  const set = (index: number, change: Partial<Configuration['posts'][number]>) =>
    onChange((before) => ({ ...before, posts: withRow(before.posts, index, change) }))
  const add = () =>
    onChange((before) => {
      const windowId = before.windows[0]?.windowId
      if (windowId === undefined) return before
      const post = freeNumber(before.posts.map((one) => one.post))
      const added = { post, windowId, turn: 'A' as const, accountId: null }
      return { ...before, posts: [...before.posts, added] }
    })
  return (
    <section className="panel" aria-label="岗位">
      <div className="ph">
        <h2 className="h">岗位（AB 岗）</h2>
        <span className="sec small">
          A 岗在窗口，B 岗在 A 岗离开时接班；名单上的人才能在该窗口上岗
        </span>
        <button type="button" className="btn x" onClick={add} disabled={windows.length === 0}>
          添加岗位
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th>岗位</th>
            <th>窗口</th>
            <th>AB 岗</th>
            <th>人员</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {posts.map(({ post, windowId, turn, accountId }, index) => (
            <tr key={post}>
              <td>
                <b>{post}</b>
              </td>
              <td>
                <select
                  aria-label={`岗位 ${post} 的窗口`}
                  value={windowId}
                  onChange={(event) => set(index, { windowId: Number(event.target.value) })}
                >
                  {windows.map((window) => (
                    <option key={window.windowId} value={window.windowId}>
                      {window.name || `${window.windowId} 号`}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <select
                  aria-label={`岗位 ${post} 的 AB 岗`}
                  value={turn}
                  onChange={(event) => set(index, { turn: event.target.value === 'B' ? 'B' : 'A' })}
                >
                  <option value="A">A 岗</option>
                  <option value="B">B 岗</option>
                </select>
              </td>
              <td>
                <select
                  aria-label={`岗位 ${post} 的人员`}
                  value={accountId ?? ''}
                  onChange={(event) =>
                    set(index, { accountId: event.target.value === '' ? null : event.target.value })
                  }
                >
                  <option value="">空缺</option>
                  {clerks.map((clerk) => (
                    <option key={clerk.accountId} value={clerk.accountId}>
                      {clerk.name}
                      {clerk.windowId === null ? '' : `（${clerk.windowId} 号窗口）`}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    onChange((before) => ({ ...before, posts: withoutRow(before.posts, index) }))
                  }
                >
                  删除
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

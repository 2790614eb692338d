import type { HallDesk } from '../../../../contract/hall.ts'

/** How many wait where, and whose turn it is to call. */
export function WaitingLine(props: {
  desk: HallDesk
  nobody: boolean
  /** Null: the window has somebody in hand, or is paused. */
  onSpecial: (() => void) | null
}) {
  const { desk, nobody, onSpecial } = props
  const total = desk.waiting.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <>
      <div className="sub">
        <h2 className="h">等候</h2>
        <span className="count">{total}</span>
        <ul className="queues small" aria-label="各队列等候人数">
          {desk.waiting.map(({ queue, name, waiting }) => (
            <li key={queue} title={name} aria-label={`${name} ${waiting} 人`}>
              <span className="sec">{queue}</span> <b>{waiting}</b>
            </li>
          ))}
        </ul>
        <span className="x sec small">
          可叫 {desk.callable}{' '}
          <button
            type="button"
            className="link"
            disabled={onSpecial === null}
            title="不按次序叫一个号码，写明理由（Alt+H）"
            onClick={() => onSpecial?.()}
          >
            特呼
          </button>
        </span>
      </div>
      <p className="hint small" role="status">
        {nobody
          ? '没有本窗口可以叫的人。有人取号会自动显示。'
          : desk.yourTurn
            ? '下一位归本窗口，请叫号。'
            : ''}
      </p>
    </>
  )
}

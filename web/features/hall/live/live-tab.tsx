import { useQuery } from '@tanstack/react-query'
import { hallOverviewQuery } from '../../../api/hall-queries.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { DayFigures } from './day-figures.tsx'
import { QueueTable } from './queue-table.tsx'
import { WindowTable } from './window-table.tsx'

/** What happens in the hall now: windows, queues, the day so far. */
export function LiveTab() {
  const { data, error, refetch } = useQuery(hallOverviewQuery())
  if (!data)
    return error ? (
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton lines={12} />
    )
  const { board } = data
  return (
    <>
      {error && (
        <p className="told" role="status">
          现场没有连上，显示的可能不是最新，正在重试。
        </p>
      )}
      <p className="sec opening">
        {board.open
          ? '开放中'
          : `现在不开放${board.closedBecause ? `：${board.closedBecause}` : ''}`}
        {' · '}开放时间 {board.hours || '未设置'}
        {!board.hoursConfirmed && <span className="tag amber">待部门确认</span>}
      </p>
      <DayFigures overview={data} />
      <div className="hall-columns">
        <section className="panel" aria-label="窗口">
          <div className="ph">
            <h2 className="h">窗口</h2>
          </div>
          <WindowTable windows={data.windows} />
        </section>
        <section className="panel" aria-label="队列">
          <div className="ph">
            <h2 className="h">队列</h2>
          </div>
          <QueueTable queues={board.queues} tickets={data.tickets} />
          <p className="rule sec small">
            <b>叫号规则</b>　{board.orderRule}
          </p>
        </section>
      </div>
    </>
  )
}

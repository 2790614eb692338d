import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import type { hallFigures } from '../../../../contract/hall-figures.ts'
import { hallFiguresQuery } from '../../../api/hall-queries.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { minutes } from '../live/day-figures.tsx'
import { SpanChoice } from './span-choice.tsx'
import { useSpan } from './use-span.ts'

type Row = z.output<typeof hallFigures.reply>['rows'][number]

/** Per item, counted from tickets bound to applications: visits, waiting, handling, at most one visit. */
export function FiguresTab() {
  const { span, setSpan } = useSpan()
  const [search] = useSearchParams()
  const { data, error, refetch, isFetching } = useQuery(hallFiguresQuery(span))
  const rows = data?.rows ?? []
  const open = (itemId: string) => `/hall/figures/${encodeURIComponent(itemId)}?${search}`
  return (
    <section className="panel" aria-label="到场统计">
      <div className="hall-tools">
        <SpanChoice span={span} onSpan={setSpan} />
        <span className="sec">
          到场按号票数，不是填报；网上办的、没有号票的是 0 次。每个数字都能点开看办件。
        </span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="itemId"
        loading={isFetching && data === undefined}
        dataSource={[...rows]}
        columns={columnsOf(open)}
        pagination={{
          defaultPageSize: 20,
          pageSizeOptions: [10, 20, 50, 100],
          showSizeChanger: true,
        }}
        locale={{
          emptyText: <EmptyNote title="这段时间没有收件">换一段日期再看。</EmptyNote>,
        }}
      />
    </section>
  )
}

function columnsOf(open: (itemId: string) => string): TableColumnsType<Row> {
  const linked = (title: string, width: number, words: (row: Row) => string) => ({
    title,
    width,
    align: 'right' as const,
    render: (_: unknown, row: Row) => <Link to={open(row.itemId)}>{words(row)}</Link>,
  })
  return [
    { title: '事项', dataIndex: 'itemName', ellipsis: true },
    {
      ...linked('收件', 90, ({ applications }) => `${applications} 件`),
      sorter: (a, b) => a.applications - b.applications,
      defaultSortOrder: 'descend',
    },
    linked('到场', 90, ({ visits }) => `${visits} 次`),
    linked('件均到场', 110, (row) => `${row.visitsPerApplication.toFixed(2)} 次`),
    {
      ...linked('最多跑一次', 120, ({ onceShare }) => `${Math.round(onceShare * 1_000) / 10}%`),
      sorter: (a, b) => a.onceShare - b.onceShare,
    },
    {
      ...linked('平均等候', 120, (row) => minutes(row.waitingMinutesAverage)),
      sorter: (a, b) => (a.waitingMinutesAverage ?? -1) - (b.waitingMinutesAverage ?? -1),
    },
    {
      ...linked('平均办理', 120, (row) => minutes(row.handlingMinutesAverage)),
      sorter: (a, b) => (a.handlingMinutesAverage ?? -1) - (b.handlingMinutesAverage ?? -1),
    },
  ]
}

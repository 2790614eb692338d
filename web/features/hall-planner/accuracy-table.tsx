import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { z } from 'zod'
import type { ForecastAccuracy } from '../../../contract/hall-forecast.ts'
import { longDate } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { accuracyQuery } from './planner-queries.ts'

type Row = z.output<typeof ForecastAccuracy>

/** What people were told when they took a ticket, against what it was: a row a day and queue. */
export function AccuracyTable() {
  const { data, error, isPending, refetch } = useQuery(accuracyQuery())
  return (
    <section className="panel planner-accuracy">
      <h2>等候预测准不准</h2>
      <p className="sec">
        取号时记下告诉人的等候，叫号后与实际比较。预测好的时候，约一半的人等候在“一半人”的数内，约九成在“九成人”的数内。
      </p>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey={({ day, queue }) => `${day} ${queue}`}
        loading={isPending && !error}
        dataSource={data?.rows ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{
          emptyText: (
            <EmptyNote title="还没有可以比较的">
              有窗口上岗、有人取号并被叫到以后，这里按日显示。
            </EmptyNote>
          ),
        }}
        columns={[
          { title: '日期', dataIndex: 'day', render: (day: string) => longDate(day) },
          { title: '队列', dataIndex: 'queueName' },
          { title: '比较的号票', dataIndex: 'tickets' },
          { title: '在“一半人”的数内', dataIndex: 'withinP50', render: percent },
          { title: '在“九成人”的数内', dataIndex: 'withinP90', render: percent },
          {
            title: '相差（中位数）',
            dataIndex: 'medianErrorMinutes',
            render: (minutes: number) => `${minutes} 分钟`,
          },
        ]}
      />
    </section>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

import { Table } from 'antd'
import { useMemo } from 'react'
import type { RecordedDay } from '../../../contract/hall-forecast.ts'
import {
  AIM,
  type DayPlan,
  percentOf,
  planOfDay,
  type PlanQuestion,
  type PlanRow,
} from './plan-of-day.ts'
import { PlanChart } from './plan-chart.tsx'

/** The answer in one sentence, the picture, and every number behind it. */
export function DayPlanView({ day, question }: { day: RecordedDay; question: PlanQuestion }) {
  const plan = useMemo(() => planOfDay(day, question), [day, question])
  const { targetMinutes } = question
  return (
    <section className="panel planner-result" aria-live="polite">
      <h2>{sentenceOf(plan, targetMinutes)}</h2>
      <p className="sec">{demandOf(plan)}</p>
      <PlanChart rows={plan.rows} targetMinutes={targetMinutes} real={plan.real} />
      <Table<PlanRow>
        size="small"
        rowKey="windows"
        pagination={false}
        dataSource={[...plan.rows]}
        rowClassName={({ windows }) => (windows === plan.real.windows ? 'real' : '')}
        columns={[
          {
            title: '窗口',
            dataIndex: 'windows',
            render: (windows: number) =>
              `${windows} 个${windows === plan.real.windows ? '（当天）' : ''}`,
          },
          {
            title: `等候不超过 ${targetMinutes} 分钟`,
            dataIndex: 'within',
            render: (share: number) => (
              <b className={share >= AIM ? 'good' : ''}>{percentOf(share)}%</b>
            ),
          },
          { title: '一半人等候不超过', dataIndex: 'p50Minutes', render: minutes },
          { title: '九成人等候不超过', dataIndex: 'p90Minutes', render: minutes },
          { title: '最长等候', dataIndex: 'longestMinutes', render: minutes },
          {
            title: '最多同时等候',
            dataIndex: 'longestQueue',
            render: (count: number) => `${count} 人`,
          },
          {
            title: '窗口忙碌',
            dataIndex: 'utilisation',
            render: (share: number) => `${Math.round(share * 100)}%`,
          },
          { title: '下班后还要', dataIndex: 'overtimeMinutes', render: minutes },
          {
            title: '没有窗口能办',
            dataIndex: 'unserved',
            render: (count: number) => (count === 0 ? '—' : `${count} 人`),
          },
          {
            title: '最忙一小时（公式）',
            dataIndex: 'byFormula',
            render: (share: number | null) => (share === null ? '—' : `${percentOf(share)}%`),
          },
        ]}
      />
      <p className="sec small">
        推演：当天的人按原来的时刻取号、按原来的时长办理，由系统真正的叫号程序决定谁先办、到几号窗口；过号的人占用窗口一分钟。公式：Erlang
        C（到达随机、时长指数分布），按当天最忙的一小时计算。目标“九成”待业主确认。
      </p>
    </section>
  )
}

/** 4 个窗口时，92% 的人等候不超过 15 分钟。 */
function sentenceOf({ rows, real }: DayPlan, targetMinutes: number): string {
  if (real.served === 0) return '这一天没有人办结，无从推演。'
  const enough = rows.find(({ within, unserved }) => within >= AIM && unserved === 0)
  const told = enough ?? rows.at(-1)
  if (told === undefined) return ''
  const share = `${told.windows} 个窗口时，${percentOf(told.within)}% 的人等候不超过 ${targetMinutes} 分钟`
  return enough === undefined ? `${share}，仍不到九成` : share
}

function demandOf({ real, demand }: DayPlan): string {
  const was = `当天 ${real.windows} 个窗口，办结 ${real.served} 人，实际 ${percentOf(real.within)}% 等候不超过目标，一半人等候不超过 ${minutes(real.p50Minutes)}，九成不超过 ${minutes(real.p90Minutes)}。`
  if (demand === undefined) return was
  const hour = new Date(demand.hour + 8 * 3_600_000).getUTCHours()
  return `${was}最忙是 ${hour}—${hour + 1} 点，来了 ${demand.arrivalsPerHour} 人；平均每人从叫号到办完 ${minutes(demand.serviceMinutes)}。`
}

function minutes(value: number): string {
  return value < 0.05 ? '0 分钟' : `${value < 10 ? value.toFixed(1) : Math.round(value)} 分钟`
}

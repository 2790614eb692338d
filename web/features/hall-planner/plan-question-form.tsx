import { InputNumber, Radio, Select } from 'antd'
import { longDate, weekdayName } from '../../ui/dates.ts'
import type { PlanQuestion } from './plan-of-day.ts'
import type { RecordedDayRow } from './planner-queries.ts'

/** Which day, and what is changed about it. */
export function PlanQuestionForm(props: {
  days: readonly RecordedDayRow[]
  day: string
  onDay: (day: string) => void
  question: PlanQuestion
  onQuestion: (question: PlanQuestion) => void
}) {
  const { days, day, onDay, question, onQuestion } = props
  const change = (part: Partial<PlanQuestion>) => onQuestion({ ...question, ...part })
  return (
    <form className="panel planner-form" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span className="sec">记录的日子</span>
        <Select
          value={day}
          onChange={onDay}
          style={{ width: 390 }}
          options={days.map((one) => ({
            value: one.day,
            label: `${longDate(one.day)} ${weekdayName(one.day)} · 取号 ${one.tickets} · 办结 ${one.served}`,
          }))}
        />
      </label>
      <label>
        <span className="sec">等候目标（分钟）</span>
        <InputNumber
          min={1}
          max={120}
          value={question.targetMinutes}
          onChange={(minutes) => change({ targetMinutes: minutes ?? 15 })}
        />
      </label>
      <div role="group" aria-label="窗口分工">
        <span className="sec">窗口分工</span>
        <Radio.Group
          value={question.skills}
          onChange={(event) => change({ skills: event.target.value as PlanQuestion['skills'] })}
        >
          <Radio value="as-recorded">按现在，新增的什么都办</Radio>
          <Radio value="all">全部窗口什么都办</Radio>
        </Radio.Group>
      </div>
      <div role="group" aria-label="叫号规则">
        <span className="sec">叫号规则</span>
        <Radio.Group
          value={question.rule}
          onChange={(event) => change({ rule: event.target.value as PlanQuestion['rule'] })}
        >
          <Radio value="as-now">现行规则</Radio>
          <Radio value="first-come">先到先办（不分预约和优先）</Radio>
        </Radio.Group>
      </div>
    </form>
  )
}

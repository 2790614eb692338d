import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { AccuracyTable } from './accuracy-table.tsx'
import { DayPlanView } from './day-plan-view.tsx'
import type { PlanQuestion } from './plan-of-day.ts'
import { PlanQuestionForm } from './plan-question-form.tsx'
import { recordedDayQuery, type RecordedDayRow, recordedDaysQuery } from './planner-queries.ts'
import './planner.css'

const USUAL: PlanQuestion = { targetMinutes: 15, skills: 'as-recorded', rule: 'as-now' }

/** How many windows a day wants: a recorded day played again by the hall's own rules, and the formula beside it. */
export function PlannerPage() {
  const { data: days, error, refetch } = useQuery(recordedDaysQuery())
  return (
    <StaffShell place="排班推演">
      <div className="planner">
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!days && !error && <Skeleton lines={8} />}
        {days?.days.length === 0 && (
          <section className="panel planner-empty">
            <EmptyNote title="还没有可以推演的记录">
              大厅有人取号办理以后，这里用当天的记录推演：换几个窗口、换一种分工或者规则，等候会怎样。演示环境可以运行
              npm run demo:day 得到一个完整的演示日。
            </EmptyNote>
          </section>
        )}
        {days && days.days.length > 0 && <Planning days={days.days} />}
        {days && <AccuracyTable />}
      </div>
    </StaffShell>
  )
}

function Planning({ days }: { days: readonly RecordedDayRow[] }) {
  // A day on which hardly anybody came says little: the newest one with people is offered first.
  const first = days.find(({ served }) => served >= 20) ?? days[0]
  const [day, setDay] = useState(first?.day ?? '')
  const [question, setQuestion] = useState(USUAL)
  const { data, error, refetch } = useQuery(recordedDayQuery(day))
  return (
    <>
      <PlanQuestionForm
        days={days}
        day={day}
        onDay={setDay}
        question={question}
        onQuestion={setQuestion}
      />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <DayPlanView day={data} question={question} />}
    </>
  )
}

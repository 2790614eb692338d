import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarQuery, meQuery } from '../../api/queries.ts'
import { chineseDate } from '../../../domain/shared/local-date.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { LoadYear } from './load-year.tsx'
import './calendar.css'

/** The working calendar that every due date rests on: each year with its document, announced or provisional. */
export function CalendarPage() {
  const role = useQuery(meQuery()).data?.role
  const { data, error, refetch } = useQuery(calendarQuery())
  const [loading, setLoading] = useState(false)
  return (
    <StaffShell place="工作日历">
      <div className="calendar-page">
        <p className="sec">
          期限按这里的放假和调休计算。尚未公布的年份只计周末和法定节日，期限显示为“暂定”；公布后载入，未办结的办件自动重算，前后结果都留痕。
          {role === 'system-admin' && (
            <button type="button" className="btn primary" onClick={() => setLoading(true)}>
              载入一年
            </button>
          )}
        </p>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data?.years.map((year) => (
          <section key={year.year} className="panel calendar-year">
            <h2>
              {year.year} 年
              <span className={year.announced ? 'tag green' : 'tag amber'}>
                {year.announced ? '已公布' : '暂定，待公布'}
              </span>
              <small className="sec">{year.document}</small>
            </h2>
            <ul>
              {year.days.map(({ date, kind, name }) => (
                <li key={date}>
                  <span className="num">{chineseDate(date as LocalDate)}</span>
                  <span className={kind === 'off' ? 'tag' : 'tag blue'}>
                    {kind === 'off' ? '休' : '班'}
                  </span>
                  {name}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {loading && <LoadYear onClose={() => setLoading(false)} />}
      </div>
    </StaffShell>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { WorklistRow } from '../../../contract/applications.ts'
import { worklistQuery } from '../../api/queries.ts'
import { dayOf, longDate, remainingWords } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

type Row = z.output<typeof WorklistRow>

export function MyListPage() {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery(worklistQuery('mine', '', cursors.at(-1)))
  return (
    <>
      <h1>我的办件</h1>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.rows.length === 0 && (
        <EmptyNote title="还没有办件">
          在<a href="/items">事项清单</a>里查看需要的材料，然后到政务服务中心综合窗口办理。
        </EmptyNote>
      )}
      {data && data.rows.length > 0 && (
        <ul className="my-list card">
          {data.rows.map((row) => (
            <MyRow key={row.applicationId} row={row} />
          ))}
        </ul>
      )}
      {(cursors.length > 0 || data?.next) && (
        <nav className="my-pager" aria-label="翻页">
          <button
            type="button"
            className="btn quiet"
            disabled={cursors.length === 0}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            上一页
          </button>
          <button
            type="button"
            className="btn quiet"
            disabled={!data?.next}
            onClick={() => data?.next && setCursors([...cursors, data.next])}
          >
            下一页
          </button>
        </nav>
      )}
    </>
  )
}

function MyRow({ row }: { row: Row }) {
  return (
    <li>
      <a href={`/my/applications/${row.applicationId}`}>
        <b>{row.itemName}</b>
        <span className="soft">
          {row.number} · {row.departmentName} · {longDate(dayOf(row.receivedAt))}收件
        </span>
        <span className="state">
          <Lamp light={row.light}>{row.statusName}</Lamp>
          {row.dueOn && (
            <small className="soft">
              {row.dueName} {longDate(row.dueOn)}，{remainingWords(row.remaining)}
            </small>
          )}
        </span>
      </a>
    </li>
  )
}

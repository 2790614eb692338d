import { useQuery } from '@tanstack/react-query'
import { countsQuery } from '../../api/queries.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { DeskInbox } from './desk-inbox.tsx'
import { DeskTabs } from './desk-tabs.tsx'
import { DEPARTMENT_LISTS } from '../../../contract/applications.ts'
import { useDeskPlace } from './desk-place.ts'
import { DeskWork } from './desk-work.tsx'
import './desk.css'

/** The department's desk: what waits for it, and the work on one application. */
export function DeskPage() {
  const { data, error, refetch } = useQuery(countsQuery())
  const counts = new Map(data?.counts.map(({ list, count }) => [list, count]))
  const lists = DEPARTMENT_LISTS.filter((list) => counts.has(list))
  const place = useDeskPlace(lists)
  return (
    <StaffShell place="审批">
      {data && lists.length > 0 && (
        <div className="desk-place">
          <DeskTabs place={place} lists={lists} counts={counts} />
          {place.openId === null ? (
            <DeskInbox key={`${place.list}/${place.q}`} place={place} />
          ) : (
            <DeskWork place={place} openId={place.openId} />
          )}
        </div>
      )}
      {data && lists.length === 0 && (
        <EmptyNote title="您的岗位没有审批列表">
          可以在“查找办件”中按编号或者申请人查看办件。
        </EmptyNote>
      )}
      {!data && error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
    </StaffShell>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { WorklistName } from '../../../contract/applications.ts'
import { countsQuery, worklistQuery } from '../../api/queries.ts'
import { ApplicationTable } from '../../ui/application-table.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ExportListButton } from '../../ui/export-list-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { FindingList } from './finding-list.tsx'
import { ServiceFollowUps } from './service-follow-ups.tsx'
import { WorklistTabs } from './worklist-tabs.tsx'
import './supervision.css'

const LISTS = [
  { list: 'overdue', name: '超期' },
  { list: 'warning', name: '预警' },
  { list: 'in-procedure', name: '特别程序' },
  { list: 'to-follow-up', name: '待回访' },
] as const satisfies readonly { list: WorklistName; name: string }[]

/** What is late, or soon will be, or left somebody dissatisfied: each opens the application's page, where cards are judged and calls recorded. */
export function SupervisionPage() {
  const [params, setParams] = useSearchParams()
  const list = LISTS.find((one) => one.list === params.get('list'))?.list ?? 'overdue'
  return (
    <StaffShell place="监督">
      <div className="supervision">
        <div className="tabs-line">
          <WorklistTabs
            lists={LISTS}
            chosen={params.get('list') === 'findings' ? null : list}
            counts={useQuery(countsQuery()).data?.counts ?? []}
            onChoose={(chosen) => setParams({ list: chosen })}
          >
            <button
              type="button"
              role="tab"
              aria-selected={params.get('list') === 'findings'}
              onClick={() => setParams({ list: 'findings' })}
            >
              监督发现
            </button>
          </WorklistTabs>
          <ExportListButton choosesDepartment />
        </div>
        {params.get('list') === 'findings' ? (
          <FindingList />
        ) : (
          <>
            <SupervisedList key={list} list={list} />
            {list === 'to-follow-up' && <ServiceFollowUps />}
          </>
        )}
      </div>
    </StaffShell>
  )
}

function SupervisedList({ list }: { list: WorklistName }) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, isFetching, refetch } = useQuery(worklistQuery(list, '', cursors.at(-1)))
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return (
    <ApplicationTable
      rows={data?.rows}
      loading={isFetching}
      empty={
        <EmptyNote title={`现在没有${LISTS.find((one) => one.list === list)?.name ?? ''}的办件`}>
          有新的时，这里会自动出现，不用刷新。
        </EmptyNote>
      }
      paging={{ next: data?.next ?? null, cursors, onCursors: setCursors }}
    />
  )
}

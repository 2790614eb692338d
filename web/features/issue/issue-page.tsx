import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { applicationQuery } from '../../api/queries.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { IssueCase } from './issue-case.tsx'
import { IssueLists } from './issue-lists.tsx'
import { LockerList } from './locker-list.tsx'
import { ScanBox } from './scan-box.tsx'
import './issue.css'

/** Unified issue (统一出件): the result goes out through the window, against a signature or the courier's receipt. */
export function IssuePage() {
  const [search, setSearch] = useSearchParams()
  const openId = search.get('open')
  const open = (applicationId: string) => setSearch({ open: applicationId })
  return (
    <StaffShell place="统一出件">
      <div className="issue-place">
        <section className="left" aria-label="待出件与待送达">
          <ScanBox onFound={open} focusFirst={openId === null} />
          <IssueLists openId={openId} onOpen={open} />
          <LockerList openId={openId} onOpen={open} />
        </section>
        {openId === null ? (
          <EmptyNote title="扫描或者选择一个办件">
            扫描接收凭证上的条码、输入办件编号后按回车，或者从左侧列表选择。
          </EmptyNote>
        ) : (
          <Opened key={openId} applicationId={openId} onNext={() => setSearch({})} />
        )}
      </div>
    </StaffShell>
  )
}

function Opened({ applicationId, onNext }: { applicationId: string; onNext: () => void }) {
  const { data, error, refetch } = useQuery(applicationQuery(applicationId))
  if (data) return <IssueCase application={data} onNext={onNext} />
  return (
    <section className="case">
      {error ? (
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useState } from 'react'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { EnquiryTable } from './enquiry-table.tsx'
import { EnquiryWork } from './enquiry-work.tsx'
import { enquiriesQuery, type ListState } from './enquiry-queries.ts'
import './enquiries.css'

/** What waits for this person's answer, the nearest limit first, beside the one that is open. */
export function EnquiriesPage() {
  const [state, setState] = useState<ListState>('open')
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useQuery(enquiriesQuery(state, cursors.at(-1)))
  return (
    <StaffShell place="咨询投诉">
      <div className="enquiries">
        <section aria-label="列表">
          <Tabs
            activeKey={state}
            onChange={(key) => {
              setState(key as ListState)
              setCursors([])
            }}
            items={[
              { key: 'open', label: `待答复 ${data?.open ?? ''}` },
              { key: 'closed', label: '已答复' },
            ]}
          />
          {data !== undefined && data.overdue > 0 && (
            <p className="told" role="status">
              {data.overdue} 件已经超过答复期限。
            </p>
          )}
          {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
          <EnquiryTable
            rows={data?.rows ?? []}
            state={state}
            loading={isFetching && !data}
            chosen={chosen}
            onChoose={setChosen}
          />
          <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
        </section>
        <section aria-label="答复">
          {chosen === null ? (
            <EmptyNote title="选择一件">从左边选择一件，在这里答复或者转交。</EmptyNote>
          ) : (
            <EnquiryWork key={chosen} enquiryId={chosen} onGone={() => setChosen(null)} />
          )}
        </section>
      </div>
    </StaffShell>
  )
}

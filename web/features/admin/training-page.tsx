import { useQuery } from '@tanstack/react-query'
import { accountsQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { AccountTable, type Account } from './account-table.tsx'
import './accounts.css'

/** Training recorded by the Government Service Centre, which teaches etiquette; accounts and posts stay the administrators'. */
export function TrainingPage() {
  const { data, error, isFetching, refetch } = useQuery(accountsQuery())
  return (
    <StaffShell place="培训登记">
      <div className="accounts">
        <p className="sec">
          没有登记服务礼仪、事项所属部门业务培训合格的窗口人员，不能受理该部门的事项。
        </p>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        <AccountTable
          accounts={data?.accounts.toSorted(clerksFirst)}
          loading={isFetching}
          role="supervisor"
        />
      </div>
    </StaffShell>
  )
}

/** Only they are stopped by a missing course. */
function clerksFirst(a: Account, b: Account): number {
  return Number(b.role === 'window-clerk') - Number(a.role === 'window-clerk')
}

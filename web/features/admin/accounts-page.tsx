import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountsQuery, meQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { AccountTable } from './account-table.tsx'
import { CreateAccountDialog } from './create-account-dialog.tsx'
import './accounts.css'

const DUTY: Readonly<Record<string, string>> = {
  'system-admin': '您可以新建、停用账号；岗位由安全管理员开通。',
  'security-admin': '您可以开通、停止岗位，登记培训；账号由系统管理员建立。',
  'audit-admin': '您可以查看全部账号，不能修改。',
}

/** Who exists, who may, who did: three administrators, three different people. */
export function AccountsPage() {
  const role = useQuery(meQuery()).data?.role ?? ''
  const { data, error, isFetching, refetch } = useQuery(accountsQuery())
  const [creating, setCreating] = useState(false)
  return (
    <StaffShell place="账号与岗位">
      <div className="accounts">
        <p className="sec">
          {DUTY[role]}
          {role === 'system-admin' && (
            <button type="button" className="btn primary" onClick={() => setCreating(true)}>
              新建账号
            </button>
          )}
        </p>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        <AccountTable accounts={data?.accounts} loading={isFetching} role={role} />
        {creating && <CreateAccountDialog onClose={() => setCreating(false)} />}
      </div>
    </StaffShell>
  )
}

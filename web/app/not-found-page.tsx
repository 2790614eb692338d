import { Link } from 'react-router'
import { EmptyNote } from '../ui/empty-note.tsx'
import { StaffShell } from '../ui/staff-shell.tsx'

export function NotFoundPage() {
  return (
    <StaffShell place="没有找到">
      <EmptyNote title="没有这个页面">
        地址可能写错了，或者页面已经搬走。<Link to="/home">回到我的工作台</Link>
      </EmptyNote>
    </StaffShell>
  )
}

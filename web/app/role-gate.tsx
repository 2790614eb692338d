import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from 'react-router'
import { meQuery } from '../api/queries.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { placesOf } from '../ui/places.ts'
import { StaffShell } from '../ui/staff-shell.tsx'

/** A place opens to the posts it belongs to; the server enforces the same, this only says so in good time. */
export function RoleGate() {
  const me = useQuery(meQuery()).data
  const { pathname } = useLocation()
  const own = placesOf(me?.role ?? '').some(({ path }) => pathname.startsWith(path))
  if (own) return <Outlet />
  return (
    <StaffShell place="没有权限">
      <EmptyNote title="这里不属于您的岗位">
        您以{me?.roleName ?? '当前身份'}登录。<Link to={me?.home ?? '/'}>回到自己的工作台</Link>
        ，或者退出后换一个账号登录。
      </EmptyNote>
    </StaffShell>
  )
}

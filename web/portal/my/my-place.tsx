import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '../../../contract/session.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { createQueryClient } from '../../api/query-client.ts'
import { meQuery } from '../../api/queries.ts'
import { useLive } from '../../api/use-live.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { rememberVisitor } from '../known-visitor.ts'
import { PublicShell } from '../public-shell.tsx'
import { MyApplicationPage } from './my-application-page.tsx'
import { MyListPage } from './my-list-page.tsx'
import './my.css'

/** The applicant's own place: their applications, and one of them. */
export function MyPlace() {
  const [queries] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Guarded />
    </QueryClientProvider>
  )
}

function Guarded() {
  const { data: me, error, refetch } = useQuery(meQuery())
  const problem = error ? asApiProblem(error) : null
  if (problem?.status === 401) {
    window.location.replace(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
    return <Skeleton lines={6} />
  }
  return (
    <PublicShell title="我的办件" account={me && <Leave name={me.name} />}>
      <div className="wrap my">
        {problem && <ProblemNote problem={problem} onRetry={() => void refetch()} />}
        {!me && !problem && <Skeleton lines={8} />}
        {me && me.role !== 'applicant' && (
          <EmptyNote title="这里是申请人的办件">
            您以{me.roleName}登录，请<a href={me.home}>回到工作台</a>。
          </EmptyNote>
        )}
        {me?.role === 'applicant' && <Place />}
      </div>
    </PublicShell>
  )
}

function Place() {
  useLive()
  const id = /^\/my\/applications\/([0-9a-f-]{36})\/?$/i.exec(window.location.pathname)?.[1]
  return id === undefined ? <MyListPage /> : <MyApplicationPage applicationId={id} />
}

function Leave({ name }: { name: string }) {
  const leave = async () => {
    await call(signOut).catch(() => undefined)
    rememberVisitor(undefined)
    window.location.assign('/')
  }
  return (
    <button type="button" className="tool strong" onClick={() => void leave()}>
      <span className="wide">{name} · </span>退出
    </button>
  )
}

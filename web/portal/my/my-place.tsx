import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { type Me, signOut } from '../../../contract/session.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { createQueryClient } from '../../api/query-client.ts'
import { meQuery } from '../../api/queries.ts'
import { useLive } from '../../api/use-live.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { forgetBundleDrafts } from '../bundles/kept-bundle-draft.ts'
import { forgetKeptDrafts } from '../offline/kept-draft.ts'
import { rememberVisitor } from '../known-visitor.ts'
import { PublicShell } from '../public-shell.tsx'
import { MyApplicationPage } from './my-application-page.tsx'
import { MyListPage } from './my-list-page.tsx'
import { MyMenu, type MyPart } from './my-menu.tsx'
import { useMyWords } from './words.ts'
import './my.css'

const MessagesPage = lazy(async () => ({
  default: (await import('../messages/messages-page.tsx')).MessagesPage,
}))
const AccountPage = lazy(async () => ({
  default: (await import('./account/account-page.tsx')).AccountPage,
}))

/** The applicant's own place: their applications, one of them, what they were told, their account. */
export function MyPlace() {
  const [queries] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Guarded />
    </QueryClientProvider>
  )
}

function Guarded() {
  const words = useMyWords()
  const { data: me, error, refetch } = useQuery(meQuery())
  const problem = error ? asApiProblem(error) : null
  if (problem?.status === 401) {
    window.location.replace(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
    return <Skeleton lines={6} />
  }
  // Whoever came through the identity provider passed no sign-in page of ours.
  if (me) rememberVisitor(me)
  return (
    <PublicShell title={words.title} account={me && <Leave name={me.name} />}>
      <div className="wrap my">
        {problem && <ProblemNote problem={problem} onRetry={() => void refetch()} />}
        {!me && !problem && <Skeleton lines={8} />}
        {me && <Inside me={me} />}
      </div>
    </PublicShell>
  )
}

function Inside({ me }: { me: Me }) {
  const words = useMyWords()
  if (me.role === 'applicant') return <Place heldBack={me.heldBack === true} />
  return (
    <EmptyNote title={words.notYours}>
      {words.signedInAs(me.roleName)}
      <a href={me.home}>{words.toWork}</a>
    </EmptyNote>
  )
}

function Place({ heldBack }: { heldBack: boolean }) {
  useLive()
  const words = useMyWords()
  const [part, page] = placeAt(window.location.pathname)
  return (
    <>
      <MyMenu part={part} />
      {heldBack && part === 'applications' && (
        <p className="banner">
          <span>
            <b>{words.heldTitle}</b> {words.held}
          </span>
        </p>
      )}
      <Suspense fallback={<Skeleton lines={6} />}>{page}</Suspense>
    </>
  )
}

function placeAt(pathname: string): readonly [MyPart, ReactNode] {
  const [, second = '', id = ''] = pathname.split('/').filter((part) => part !== '')
  if (second === 'messages') return ['messages', <MessagesPage key="messages" />]
  if (second === 'account') return ['account', <AccountPage key="account" />]
  return second === 'applications' && /^[0-9a-f-]{36}$/i.test(id)
    ? ['applications', <MyApplicationPage key={id} applicationId={id} />]
    : ['applications', <MyListPage key="list" />]
}

function Leave({ name }: { name: string }) {
  const words = useMyWords()
  const leave = async () => {
    await call(signOut).catch(() => undefined)
    rememberVisitor(undefined)
    // The next person at this screen finds nothing of what was typed.
    forgetKeptDrafts(localStorage)
    forgetBundleDrafts()
    window.location.assign('/')
  }
  return (
    <button type="button" className="tool strong" onClick={() => void leave()}>
      <span className="wide" lang="zh-CN">
        {name} ·{' '}
      </span>
      {words.leave}
    </button>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { asApiProblem, isUnanswered } from '../api/api-problem.ts'
import { askServer, lineNow, subscribeToLine } from '../api/offline/line.ts'
import { knownPerson } from '../api/offline/known-person.ts'
import { meQuery } from '../api/queries.ts'
import { useLive } from '../api/use-live.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './session-guard.css'

/** A short break mends itself unseen. */
const LONG_ENOUGH_TO_SAY = 5_000

/** Staff places open only to a person who is signed in and whose password is their own. */
export function SessionGuard({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery())
  if (me.data?.mustChangePassword) return <Leave to="/password" />
  if (me.data)
    return (
      <>
        {children}
        <LiveNote />
      </>
    )
  if (me.isPending) return <Skeleton lines={6} />
  return <NotKnown error={me.error} onRetry={() => void me.refetch()} />
}

/** Without an answer a window goes on with who signed on there (断网收件). */
function NotKnown({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const queries = useQueryClient()
  const problem = asApiProblem(error)
  const unanswered = isUnanswered(problem)
  const [asked, setAsked] = useState(!unanswered)
  useEffect(() => {
    if (!unanswered) return
    void knownPerson().then((person) => {
      if (person === undefined) setAsked(true)
      else queries.setQueryData(meQuery().queryKey, person)
    })
  }, [queries, unanswered])
  if (!asked) return <Skeleton lines={6} />
  if (problem.status === 401) {
    const here = window.location.pathname + window.location.search
    return <Leave to={`/sign-in?next=${encodeURIComponent(here)}`} />
  }
  return (
    <div className="guard-problem">
      <ProblemNote problem={problem} onRetry={onRetry} />
    </div>
  )
}

function Leave({ to }: { to: string }) {
  window.location.replace(to)
  return <Skeleton lines={6} />
}

function LiveNote() {
  const live = useLive()
  useEffect(() => {
    if (live === 'reconnecting') void askServer()
  }, [live])
  const line = useSyncExternalStore(subscribeToLine, lineNow)
  // The window says more about it than this (web/features/window/offline).
  if (line === 'down' && window.location.pathname === '/window') return null
  return live === 'reconnecting' ? <BreakNote /> : null
}

function BreakNote() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LONG_ENOUGH_TO_SAY)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <p className="live-note" role="status">
      实时更新已断开，正在重新连接。列表可能不是最新，办理不受影响。
    </p>
  )
}

import { useCallback, useEffect, useState } from 'react'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PublicShell } from '../public-shell.tsx'
import { ApplyFlow } from './apply-flow.tsx'
import { fresh, loadApply, type Barred, type Loaded } from './load-apply.ts'
import { useApplyWords } from './words.ts'
import './apply.css'

/** Applying for one item, from the first question to the receipt. */
export function ApplyPage({ itemId }: { itemId: string }) {
  const [state, setState] = useState<Loaded | Barred | null>(null)
  const load = useCallback(() => {
    const leaving = new AbortController()
    const wanted = new URLSearchParams(window.location.search).get('draft')
    loadApply(itemId, wanted, leaving.signal).then(
      (loaded) => {
        if ('draft' in loaded && isSubmittedElsewhere(loaded))
          return window.location.replace(`/my/applications/${loaded.view?.applicationId ?? ''}`)
        if ('draft' in loaded) showAddress(loaded)
        setState(loaded)
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [itemId])
  useEffect(load, [load])
  if (state === null || 'problem' in state)
    return <NotOpen barred={state} itemId={itemId} onRetry={load} />
  const restart = () => {
    const next = { ...state, ...fresh(itemId, state.me) }
    window.location.hash = ''
    showAddress(next)
    setState(next)
  }
  return <ApplyFlow key={state.draft.draftId} loaded={state} onRestart={restart} />
}

/** Another device handed it in: what there is to see is the application. */
function isSubmittedElsewhere({ view, draft }: Loaded): boolean {
  return view?.state === 'submitted' && view.applicationId !== null && draft.submitted === null
}

/** The address names the draft: a reload, a bookmark and coming back from signing in open the same one. */
function showAddress({ draft }: Loaded): void {
  const { pathname, hash } = window.location
  window.history.replaceState(null, '', `${pathname}?draft=${draft.draftId}${hash}`)
}

function NotOpen(props: { barred: Barred | null; itemId: string; onRetry: () => void }) {
  const words = useApplyWords()
  const { barred, itemId, onRetry } = props
  const back = encodeURIComponent(window.location.pathname + window.location.search)
  return (
    <PublicShell title={words.title}>
      <div className="wrap apply-narrow apply-barred">
        {barred === null && <Skeleton lines={10} />}
        {barred?.kind === 'sign-in' && (
          <>
            <h1>{words.signInFirst}</h1>
            <p>{words.draftOfAccount}</p>
            <p className="apply-go">
              <a className="btn main" href={`/sign-in?next=${back}`}>
                {words.signIn}
              </a>
              <a className="btn quiet" href="/resume">
                {words.resumeByCode}
              </a>
            </p>
          </>
        )}
        {barred?.kind === 'gone' && (
          <>
            <h1>{words.notThere}</h1>
            <p>{words.notThereHelp}</p>
            <p className="apply-go">
              <a className="btn main" href={`/apply/${encodeURIComponent(itemId)}`}>
                {words.beginAnew}
              </a>
              <a className="btn quiet" href="/items">
                {words.allItems}
              </a>
            </p>
          </>
        )}
        {barred?.kind === 'other' && <ProblemNote problem={barred.problem} onRetry={onRetry} />}
      </div>
    </PublicShell>
  )
}

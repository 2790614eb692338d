import { useCallback, useEffect } from 'react'
import type { BundleCaseView } from '../../../../contract/bundles.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { call } from '../../../api/call.ts'
import { dayOf, longDate } from '../../../ui/dates.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { PublicShell } from '../../public-shell.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useLanguage } from '../../words/language.ts'
import { GET_BUNDLE_CASE } from '../bundle-operations.ts'
import { useWhoIsIt } from '../use-who-is-it.ts'
import { useBundleWords } from '../words.ts'
import { CaseMaterials } from './case-materials.tsx'
import { DeadEndNote } from './dead-end-note.tsx'
import { MyBundleCases } from './my-bundle-cases.tsx'
import { PathDrawing } from './path-drawing.tsx'
import '../bundles.css'
import './case.css'

/** `/my/bundles/:caseId`: where each part stands, and what the whole hangs on. Without an id the list. */
export function MyBundlePage({ caseId }: { caseId: string | undefined }) {
  const words = useBundleWords()
  const me = useWhoIsIt()
  useEffect(() => {
    if (me === null)
      window.location.replace(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
  }, [me])
  return (
    <PublicShell title={words.caseTitle}>
      <div className="wrap bundles">
        {!me && <Skeleton lines={6} />}
        {me && caseId === undefined && (
          <>
            <h1>{words.mine}</h1>
            <MyBundleCases />
          </>
        )}
        {me && caseId !== undefined && <Case caseId={caseId} today={me.today as LocalDate} />}
      </div>
    </PublicShell>
  )
}

function Case({ caseId, today }: { caseId: string; today: LocalDate }) {
  const words = useBundleWords()
  const language = useLanguage()
  const load = useCallback(
    (signal: AbortSignal) => call(GET_BUNDLE_CASE, { params: { bundleCaseId: caseId }, signal }),
    [caseId],
  )
  const { reply: view, problem, retry } = useAnswer(load)
  if (problem?.status === 404 || problem?.status === 422)
    return (
      <EmptyNote title={words.noSuch}>
        <a href="/my/bundles">{words.mine}</a>
      </EmptyNote>
    )
  if (problem) return <ProblemNote problem={problem} onRetry={retry} />
  if (!view) return <Skeleton lines={8} />
  return (
    <>
      <p className="crumb">
        <a href="/my">{words.mine}</a>
      </p>
      <h1 lang="zh-CN">{view.title}</h1>
      <p className="soft">{words.from(longDate(dayOf(view.createdAt), language))}</p>
      {view.applications.map((part) => (
        <DeadEndNote key={part.applicationId} part={part} onDone={retry} />
      ))}
      <section className="card s" aria-labelledby="path">
        <p className="big">
          {isOver(view)
            ? words.allOver
            : view.endsOn === null
              ? words.allOpen
              : words.allBy(longDate(view.endsOn, language))}
        </p>
        <h2 id="path">{words.path}</h2>
        <p className="soft">{words.pathHelp}</p>
        <PathDrawing view={view} today={today} />
        {view.needs.map(({ item, of }) => (
          <p key={item + of} className="path-need">
            {words.waitsForResult(nameOf(view.applications, item), nameOf(view.applications, of))}
          </p>
        ))}
      </section>
      <CaseMaterials parts={view.applications} />
    </>
  )
}

/** Every part is decided or closed: there is no last day to wait for. */
function isOver({ applications }: BundleCaseView): boolean {
  return applications.every(
    ({ decidedOn, endsOn, status }) =>
      decidedOn !== null ||
      (endsOn === null && !['received', 'awaiting-correction'].includes(status)),
  )
}

function nameOf(
  applications: readonly { readonly itemId: string; readonly itemName: string }[],
  itemId: string,
): string {
  return applications.find((one) => one.itemId === itemId)?.itemName ?? ''
}

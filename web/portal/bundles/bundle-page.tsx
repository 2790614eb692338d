import { useCallback } from 'react'
import type { BundleView } from '../../../contract/bundles.ts'
import { call } from '../../api/call.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useLanguage } from '../words/language.ts'
import { BundleChoices } from './bundle-choices.tsx'
import { BundleMaterials } from './bundle-materials.tsx'
import { GET_BUNDLE } from './bundle-operations.ts'
import { BundleParts } from './bundle-parts.tsx'
import { BundleProblem } from './bundle-problem.tsx'
import { bundleStanding } from '../../ui/bundle/bundle-standing.ts'
import { bundleTitle } from './bundle-title.ts'
import { NeedsPicture } from './needs-picture.tsx'
import { Unconfirmed } from './unconfirmed.tsx'
import { useBundleDraft } from './use-bundle-draft.ts'
import { useWhoIsIt } from './use-who-is-it.ts'
import { useBundleWords } from './words.ts'
import './bundles.css'

/** One guide for a whole thing of life. */
export function BundlePage({ bundleId }: { bundleId: string }) {
  const words = useBundleWords()
  const language = useLanguage()
  const load = useCallback(
    (signal: AbortSignal) => call(GET_BUNDLE, { params: { bundleId }, signal }),
    [bundleId],
  )
  const { reply: view, problem, retry } = useAnswer(load)
  const who = useWhoIsIt()
  return (
    <PublicShell title={view ? bundleTitle(view, language) : words.title}>
      <div className="wrap bundles">
        <p className="crumb">
          <a href="/">{words.home}</a> / <a href="/bundles">{words.title}</a>
        </p>
        {problem && <BundleProblem problem={problem} onRetry={retry} />}
        {(!view || who === undefined) && !problem && <Skeleton lines={10} />}
        {view && who !== undefined && (
          <Guide key={who?.accountId} view={view} accountId={who?.accountId ?? null} />
        )}
      </div>
    </PublicShell>
  )
}

function Guide({ view, accountId }: { view: BundleView; accountId: string | null }) {
  const words = useBundleWords()
  const language = useLanguage()
  const [draft, change] = useBundleDraft(view.bundleId, accountId)
  const { plan, parts, materials } = bundleStanding(view, draft)
  const isUnconfirmed = (part: string) => view.unconfirmed.includes(part)
  return (
    <>
      <h1>{bundleTitle(view, language)}</h1>
      {language !== 'zh' && <p lang="zh-CN">{view.title}</p>}
      <p className="lead">{words.guideLead(view.items.length)}</p>
      <section className="card s" aria-labelledby="choices">
        <h2 id="choices">
          {words.choices} {isUnconfirmed('questions') && <Unconfirmed />}
        </h2>
        <BundleChoices
          of={view.bundleId}
          questions={view.questions}
          answers={draft.choices}
          onAnswer={(question, value) =>
            change((now) => ({ choices: { ...now.choices, [question]: value } }))
          }
        />
      </section>
      <section className="card s" aria-labelledby="covers">
        <h2 id="covers">
          {words.covers} {isUnconfirmed('itemIds') && <Unconfirmed />}
        </h2>
        <BundleParts parts={view.parts} itemIds={plan.itemIds} />
      </section>
      <section className="card s" aria-labelledby="order">
        <h2 id="order">
          {words.order} {isUnconfirmed('needs') && <Unconfirmed />}
        </h2>
        <NeedsPicture items={parts.map(({ part }) => part)} needs={[...plan.needs]} />
      </section>
      <section className="card s" aria-labelledby="materials">
        <h2 id="materials">
          {words.materials} {isUnconfirmed('sharedMaterials') && <Unconfirmed />}
        </h2>
        <BundleMaterials materials={materials} />
      </section>
      {view.notes.length > 0 && (
        <section className="card s" aria-labelledby="notes">
          <h2 id="notes">{words.notes}</h2>
          <ul className="bundle-notes">
            {view.notes.map((note, at) => (
              <li key={note}>
                <span lang="zh-CN">{note}</span>{' '}
                {isUnconfirmed(`notes.${at + 1}`) && <Unconfirmed />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="bundle-go">
        <a className="btn main" href={`/bundles/${view.bundleId}/apply`}>
          {words.apply(plan.itemIds.length)}
        </a>
      </p>
    </>
  )
}

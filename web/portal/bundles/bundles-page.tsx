import { call } from '../../api/call.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { headingName } from '../items/item-name.tsx'
import { loadList } from '../load-items.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useLanguage } from '../words/language.ts'
import { LIST_BUNDLES } from './bundle-operations.ts'
import { bundleTitle } from './bundle-title.ts'
import { useBundleWords } from './words.ts'
import './bundles.css'

const load = async (signal: AbortSignal) => {
  const [{ bundles }, { lifeEvents }] = await Promise.all([
    call(LIST_BUNDLES, { signal }),
    loadList(signal),
  ])
  return lifeEvents
    .map((heading) => ({
      heading,
      bundles: bundles.filter((bundle) => bundle.lifeEvents.includes(heading.id)),
    }))
    .filter(({ bundles: under }) => under.length > 0)
}

/** Whole things of life, under the events they belong to. */
export function BundlesPage() {
  const words = useBundleWords()
  const language = useLanguage()
  const { reply, problem, retry } = useAnswer(load)
  return (
    <PublicShell title={words.title}>
      <div className="wrap bundles">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {!reply && !problem && <Skeleton lines={6} />}
        {reply?.length === 0 && <EmptyNote title={words.none} />}
        {reply?.map(({ heading, bundles }) => (
          <section key={heading.id} aria-labelledby={`event-${heading.id}`}>
            <h2 id={`event-${heading.id}`}>{headingName(heading, language)}</h2>
            <ul className="bundle-cards">
              {bundles.map((bundle) => (
                <li key={bundle.bundleId} className="card">
                  <a href={`/bundles/${bundle.bundleId}`}>
                    <b>{bundleTitle(bundle, language)}</b>
                    <span className="soft">{words.coversItems(bundle.items.length)}</span>
                    <span className="soft" lang="zh-CN">
                      {bundle.items.map(({ name }) => name).join(' · ')}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </PublicShell>
  )
}

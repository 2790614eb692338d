import { call } from '../../../api/call.ts'
import { dayOf, longDate } from '../../../ui/dates.ts'
import { useAnswer } from '../../use-answer.ts'
import { useLanguage } from '../../words/language.ts'
import { LIST_MY_BUNDLE_CASES } from '../bundle-operations.ts'
import { useBundleWords } from '../words.ts'
import '../bundles.css'
import './case.css'

const load = (signal: AbortSignal) => call(LIST_MY_BUNDLE_CASES, { signal })

/** The whole things this person applied for, for their own place; nothing where there is none. */
export function MyBundleCases() {
  const words = useBundleWords()
  const language = useLanguage()
  const { reply } = useAnswer(load)
  if (!reply || reply.cases.length === 0) return null
  return (
    <section className="card my-bundles" aria-labelledby="my-bundles">
      <h2 id="my-bundles">{words.mine}</h2>
      <ul>
        {reply.cases.map(({ bundleCaseId, title, createdAt }) => (
          <li key={bundleCaseId}>
            <a href={`/my/bundles/${bundleCaseId}`}>
              <b lang="zh-CN">{title}</b>
              <span className="soft">{words.from(longDate(dayOf(createdAt), language))}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

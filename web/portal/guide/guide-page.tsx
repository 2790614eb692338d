import { useCallback } from 'react'
import type { GuideView } from '../../../contract/catalogue.ts'
import { call } from '../../api/call.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { itemTitle } from '../items/item-name.tsx'
import { PUBLIC_GET_GUIDE } from '../public-operations.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { GuideArticle } from './guide-article.tsx'
import { GuideBanners } from './guide-banners.tsx'
import { GuideHeading } from './guide-heading.tsx'
import { GuideSide } from './guide-side.tsx'
import { useGuideWords } from './words.ts'
import './guide.css'

/** The guide of one item as it is in force now: what to bring, how long it takes, what it rests on. */
export function GuidePage({ itemId }: { itemId: string }) {
  const words = useGuideWords()
  const language = useLanguage()
  const load = useCallback(
    (signal: AbortSignal) => call(PUBLIC_GET_GUIDE, { params: { itemId }, signal }),
    [itemId],
  )
  const { reply: guide, problem, retry } = useAnswer(load)
  return (
    <PublicShell title={guide ? words.titleOf(itemTitle(guide.item, language)) : words.title}>
      <div className="wrap guide">
        {problem?.status === 404 && (
          <EmptyNote title={words.none}>
            {words.noneAdvice} <a href="/items">{words.noneLink}</a>
          </EmptyNote>
        )}
        {problem && problem.status !== 404 && <ProblemNote problem={problem} onRetry={retry} />}
        {!guide && !problem && <Skeleton lines={10} />}
        {guide && <Guide guide={guide} />}
      </div>
    </PublicShell>
  )
}

function Guide({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const { item } = guide
  return (
    <>
      <p className="crumb no-print">
        <a href="/">{words.home}</a> /{' '}
        <a href={`/items?department=${item.departmentId}`} {...chinese}>
          {item.departmentName}
        </a>{' '}
        / {words.title}
      </p>
      <GuideHeading guide={guide} />
      <GuideBanners guide={guide} />
      <div className="grid">
        <GuideArticle guide={guide} />
        <GuideSide guide={guide} />
      </div>
    </>
  )
}

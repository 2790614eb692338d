import { useCallback } from 'react'
import { call } from '../../api/call.ts'
import { GuideArticle } from '../../portal/guide/guide-article.tsx'
import { GuideBanners } from '../../portal/guide/guide-banners.tsx'
import { GuideHeading } from '../../portal/guide/guide-heading.tsx'
import { PUBLIC_GET_GUIDE } from '../../portal/public-operations.ts'
import { useAnswer } from '../../portal/use-answer.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useKioskWords } from '../shell/words.ts'
import { PrintButton } from '../papers/print-button.tsx'
import { useGuideWords } from './words.ts'
import '../../portal/guide/guide.css'

/** The same record as the portal's page, for a finger and from an arm's length. */
export function KioskGuide({ itemId }: { itemId: string }) {
  const words = useGuideWords()
  const frame = useKioskWords()
  const load = useCallback(
    (signal: AbortSignal) => call(PUBLIC_GET_GUIDE, { params: { itemId }, signal }),
    [itemId],
  )
  const { reply: guide, problem, retry } = useAnswer(load)
  const id = encodeURIComponent(itemId)
  return (
    <>
      <p className="kiosk-acts no-print">
        <a className="btn" href="/kiosk">
          {frame.home}
        </a>
        {guide && (
          <>
            <PrintButton address={`/api/items/${id}/guide.pdf`} label={words.print} />
            {guide.formId !== null && (
              <PrintButton address={`/api/items/${id}/form.pdf`} label={words.printForm} />
            )}
            <a className="btn main" href={`/kiosk/begin/${id}`}>
              {words.apply}
            </a>
          </>
        )}
      </p>
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {!guide && !problem && <Skeleton lines={12} />}
      {guide && (
        <div className="guide">
          <GuideHeading guide={guide} />
          <GuideBanners guide={guide} />
          <GuideArticle guide={guide} />
        </div>
      )}
    </>
  )
}

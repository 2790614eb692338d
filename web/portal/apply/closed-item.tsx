import type { GuideView } from '../../../contract/catalogue.ts'
import { StepHeading } from './step-parts.tsx'
import { useApplyWords } from './words.ts'

/** Suspended, devolved, cancelled: said before anything is filled in. */
export function ClosedItem({ guide }: { guide: GuideView }) {
  const words = useApplyWords()
  return (
    <>
      <StepHeading id="closed">{words.closed}</StepHeading>
      <p lang="zh-CN">{guide.item.statusSentence}</p>
      <p className="soft">{words.closedHelp}</p>
      <p className="apply-go">
        <a className="btn main" href={`/items/${encodeURIComponent(guide.item.itemId)}`}>
          {words.toGuide}
        </a>
      </p>
    </>
  )
}

import { StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './questions.css'

/** No application is needed, or it belongs elsewhere: told at once, before anything else is asked. */
export function StopStep({ told }: { told: string }) {
  const words = useApplyWords()
  const { guide, steps, go } = useApply()
  const before = steps.at(-2)?.id ?? ''
  return (
    <>
      <StepHeading id="stop">{words.noNeed}</StepHeading>
      <div className="apply-stop">
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
          <circle cx="14" cy="14" r="12" fill="none" stroke="currentColor" strokeWidth="2.4" />
          <path d="M14 8v8M14 18.6v1.8" stroke="currentColor" strokeWidth="2.4" />
        </svg>
        <p lang="zh-CN">{told}</p>
      </div>
      <p className="soft">{words.stopHelp}</p>
      <div className="apply-go">
        <button type="button" className="btn quiet" onClick={() => go(before)}>
          {words.changeAnswer}
        </button>
        <a className="btn main" href={`/items/${encodeURIComponent(guide.item.itemId)}`}>
          {words.toGuide}
        </a>
      </div>
    </>
  )
}

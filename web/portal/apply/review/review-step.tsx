import { useState } from 'react'
import { isUnanswered } from '../../../api/api-problem.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ReviewFaults } from './review-faults.tsx'
import { ReviewParts } from './review-parts.tsx'
import { Commitments, ReceiptWords } from './review-promises.tsx'
import { StepButtons, StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { useCheck } from './use-check.ts'
import { useSubmit } from './use-submit.ts'
import { useApplyWords } from '../words.ts'

/** Everything as the office will see it, what still stands against it, and the one button. */
export function ReviewStep() {
  const words = useApplyWords()
  const { me } = useApply()
  const { check, problem, retry } = useCheck()
  return (
    <>
      <StepHeading id="review">{words.review}</StepHeading>
      <p className="apply-lead">{words.reviewLead}</p>
      {!check && !problem && <Skeleton lines={4} />}
      {problem && <ProblemNote problem={problem} kept={words.kept} onRetry={retry} />}
      {check && <ReviewFaults check={check} />}
      <ReviewParts />
      <Commitments />
      <ReceiptWords />
      {me?.role === 'applicant' ? <Submit isReady={check?.isReady ?? false} /> : <SignIn />}
    </>
  )
}

function Submit({ isReady }: { isReady: boolean }) {
  const words = useApplyWords()
  const { go } = useApply()
  const [declared, setDeclared] = useState(false)
  const { run, busy, problem } = useSubmit()
  const kept = problem && isUnanswered(problem) ? words.submitAgainSafe : words.kept
  return (
    <>
      <label className="apply-check declare">
        <input
          type="checkbox"
          checked={declared}
          onChange={(event) => setDeclared(event.target.checked)}
        />
        <span>{words.declare}</span>
      </label>
      {problem && <ProblemNote problem={problem} kept={kept} />}
      {isReady && !declared && <p className="soft apply-hint">{words.declareFirst}</p>}
      <StepButtons
        onBack={() => go('materials')}
        onNext={() => void run()}
        next={busy ? words.submitting : words.submit}
        busy={busy || !declared || !isReady}
      />
    </>
  )
}

function SignIn() {
  const words = useApplyWords()
  const { go, state } = useApply()
  const { draftId, itemId } = state.draft
  const next = encodeURIComponent(`/apply/${itemId}?draft=${draftId}#review`)
  return (
    <>
      <p className="apply-hint">{words.signInToSubmit}</p>
      <div className="apply-go">
        <button type="button" className="btn quiet" onClick={() => go('materials')}>
          {words.back}
        </button>
        <a className="btn main" href={`/sign-in?next=${next}`}>
          {words.signIn}
        </a>
      </div>
    </>
  )
}

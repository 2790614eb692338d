import { useCallback, useMemo, useState } from 'react'
import type { BundleView } from '../../../../contract/bundles.ts'
import type { Me } from '../../../../contract/session.ts'
import { call } from '../../../api/call.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useStepId } from '../../apply/use-step-id.ts'
import { PublicShell } from '../../public-shell.tsx'
import { useAnswer } from '../../use-answer.ts'
import { useLanguage } from '../../words/language.ts'
import { GET_BUNDLE } from '../bundle-operations.ts'
import { BundleProblem } from '../bundle-problem.tsx'
import { bundleStanding, wholeForm } from '../../../ui/bundle/bundle-standing.ts'
import { bundleTitle } from '../bundle-title.ts'
import { useBundleDraft } from '../use-bundle-draft.ts'
import { useWhoIsIt } from '../use-who-is-it.ts'
import { useBundleWords } from '../words.ts'
import { bundleSteps, type BundleFlow, type BundleStep } from './bundle-flow.ts'
import { BundleSlip } from './bundle-slip.tsx'
import { ChoicesStep } from './choices-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FormStep } from './form-step.tsx'
import { MaterialsStep } from './materials-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { useBundleFiles } from './use-bundle-files.ts'
import { WhoStep } from './who-step.tsx'
import '../../apply/apply.css'
import '../bundles.css'
import './bundle-apply.css'

/** Applying once for a whole thing of life: each fact and each paper once. */
export function BundleApplyPage({ bundleId }: { bundleId: string }) {
  const words = useBundleWords()
  const language = useLanguage()
  const load = useCallback(
    (signal: AbortSignal) => call(GET_BUNDLE, { params: { bundleId }, signal }),
    [bundleId],
  )
  const { reply: view, problem, retry } = useAnswer(load)
  const me = useWhoIsIt()
  return (
    <PublicShell title={view ? words.applyFor(bundleTitle(view, language)) : words.title}>
      <div className="wrap apply apply-narrow bundle-apply">
        {problem && <BundleProblem problem={problem} onRetry={retry} />}
        {(!view || me === undefined) && !problem && <Skeleton lines={8} />}
        {view && me !== undefined && <Flow view={view} me={me} />}
      </div>
    </PublicShell>
  )
}

function Flow({ view, me }: { view: BundleView; me: Me | null }) {
  const words = useBundleWords()
  const language = useLanguage()
  const accountId = me?.role === 'applicant' ? me.accountId : null
  const [draft, change, restart] = useBundleDraft(view.bundleId, accountId, {
    showsReceived: true,
  })
  const files = useBundleFiles(draft.filesId)
  const [stepId, go] = useStepId(() => 'choices')
  const { choices, own } = draft
  const standing = useMemo(() => bundleStanding(view, { choices, own }), [view, choices, own])
  const form = useMemo(() => wholeForm(standing.parts), [standing])
  const steps = bundleSteps(standing, form, draft)
  const [slip, setSlip] = useState(false)
  const flow: BundleFlow = { view, me, draft, change, standing, form, files, steps, go }
  const step = steps.find(({ id }) => id === stepId) ?? steps[0]
  const again = () => {
    files.clear()
    restart()
    go('choices')
  }
  return (
    <>
      <p className="crumb no-print">
        <a href="/bundles">{words.title}</a> /{' '}
        <a href={`/bundles/${view.bundleId}`}>{bundleTitle(view, language)}</a>
      </p>
      {draft.received ? (
        <DoneStep flow={flow} onAgain={again} />
      ) : (
        <>
          <Progress steps={steps} step={step} isOpen={!standing.isAnswered} />
          {step && <StepAt key={step.id} flow={flow} step={step} />}
          <p className="soft kept">
            {words.keptHere}{' '}
            <button type="button" className="apply-link" onClick={() => setSlip(true)}>
              {words.elsewhere}
            </button>
          </p>
          {slip && <BundleSlip flow={flow} onClose={() => setSlip(false)} />}
        </>
      )}
    </>
  )
}

function StepAt({ flow, step }: { flow: BundleFlow; step: BundleStep }) {
  switch (step.kind) {
    case 'choices':
      return <ChoicesStep flow={flow} />
    case 'who':
      return <WhoStep flow={flow} />
    case 'group':
      return <FormStep flow={flow} group={step.group} />
    case 'materials':
      return <MaterialsStep flow={flow} />
    case 'review':
      return <ReviewStep flow={flow} />
  }
}

function Progress(props: {
  steps: readonly BundleStep[]
  step: BundleStep | undefined
  isOpen: boolean
}) {
  const words = useBundleWords()
  const at = props.steps.findIndex(({ id }) => id === props.step?.id) + 1
  return (
    <p className="soft bundle-progress">
      {props.isOpen ? words.stepOpen(at) : words.stepOf(at, props.steps.length)}
    </p>
  )
}

import { ApplyFrame } from './apply-frame.tsx'
import { materialOfStep, stepAt } from './apply-steps.ts'
import { AskStep } from './questions/ask-step.tsx'
import { ClosedItem } from './closed-item.tsx'
import { DoneStep } from './done-step.tsx'
import { GroupStep } from './form/group-step.tsx'
import type { Loaded } from './load-apply.ts'
import { MaterialStep } from './materials/material-step.tsx'
import { MaterialsStep } from './materials/materials-step.tsx'
import { ReviewStep } from './review/review-step.tsx'
import { StopStep } from './questions/stop-step.tsx'
import { ApplyProvider, useApplyState, type Apply } from './use-apply.ts'
import { WhoStep } from './who/who-step.tsx'

export function ApplyFlow({ loaded, onRestart }: { loaded: Loaded; onRestart: () => void }) {
  const apply = useApplyState(loaded)
  const step = stepAt(apply.steps, apply.stepId)
  return (
    <ApplyProvider value={apply}>
      <ApplyFrame step={step} onRestart={onRestart}>
        <Page apply={apply} />
      </ApplyFrame>
    </ApplyProvider>
  )
}

function Page({ apply }: { apply: Apply }) {
  const { guide, state, steps, stepId } = apply
  const step = stepAt(steps, stepId)
  if (state.draft.submitted) return <DoneStep submitted={state.draft.submitted} />
  if (guide.item.status !== 'active' && !apply.isContinued) return <ClosedItem guide={guide} />
  switch (step?.kind) {
    case 'ask':
      return <AskStep key={step.id} question={step.question} />
    case 'stop':
      return <StopStep told={step.told} />
    case 'who':
      return <WhoStep />
    case 'group':
      return <GroupStep key={step.id} group={step.group} />
    case 'materials': {
      const number = materialOfStep(stepId)
      const material = apply.materials.find((one) => one.number === number)
      return material ? (
        <MaterialStep key={material.number} material={material} />
      ) : (
        <MaterialsStep />
      )
    }
    case 'review':
      return <ReviewStep />
    case undefined:
      return null
  }
}

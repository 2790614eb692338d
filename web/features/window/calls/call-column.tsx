import { CallPanel } from './call-panel.tsx'
import { CounterEvaluator } from './counter-evaluator.tsx'
import { LedBar } from './led-bar.tsx'
import { SignOnBox } from './sign-on-box.tsx'
import type { CallDesk } from './use-call-desk.ts'

/** The hall's part of the window: nothing while it is not known, or the hall has no window for this clerk. */
export function CallColumn(props: { calls: CallDesk; isDone: boolean; onNext: () => void }) {
  const { calls, isDone, onNext } = props
  const { desk, isOn } = calls
  if (desk === undefined) return null
  return (
    <>
      {isOn ? (
        <CallPanel calls={calls} desk={desk} isDone={isDone} onNext={onNext} />
      ) : (
        <SignOnBox calls={calls} windows={desk.windows} />
      )}
      <LedBar desk={desk} />
      <CounterEvaluator desk={desk} />
    </>
  )
}

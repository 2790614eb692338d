import type { CommandReply } from '../../../contract/application-commands.ts'
import { bundleSlipCodeOf } from '../../../domain/drafts/slip-code.ts'
import { BundleDesk, BundleSlipDesk } from './bundle/bundle-desk.tsx'
import { BundleReceived } from './bundle/bundle-received.tsx'
import type { ReceivedBundle } from './bundle/use-bundle-intake.ts'
import { CounterCase } from './counter-case.tsx'
import { DoneNote } from './done-note.tsx'
import { DraftDesk } from './draft-desk.tsx'
import { IntakeDesk } from './intake-desk.tsx'

export type Done = { readonly act: string; readonly reply: CommandReply }

/** What the person at the counter came for, in the order in which it takes the place of the rest. */
export type ShownAtWindow = {
  readonly done: Done | null
  readonly receivedBundle: ReceivedBundle | null
  readonly openId: string | null
  /** Of a slip from home. */
  readonly code: string | null
  readonly bundleId: string | null
}

/** Middle and right of the window: an act that is done, an application, a draft from home, a bundle, or a new intake. */
export function WindowWork(props: {
  shown: ShownAtWindow
  /** The item named when the number was taken. */
  wished: string | null
  onAgain: (() => void) | null
  onNext: () => void
  onFresh: () => void
  onOpen: (applicationId: string) => void
  onDone: (act: string, reply: CommandReply) => void
  onReceived: (applicationId: string) => void
  onBundleReceived: (bundle: ReceivedBundle) => void
  onCode: (code: string | null) => void
  onBundle: (bundleId: string) => void
}) {
  const { onNext, onOpen, onBundleReceived, onCode } = props
  const { done, receivedBundle, openId, code, bundleId } = props.shown
  if (done) return <DoneNote done={done} onNext={onNext} onAgain={props.onAgain} onOpen={onOpen} />
  if (receivedBundle)
    return <BundleReceived received={receivedBundle} onNext={onNext} onOpen={onOpen} />
  if (openId !== null)
    return <CounterCase key={openId} applicationId={openId} onDone={props.onDone} />
  if (code !== null && bundleSlipCodeOf(code) !== undefined)
    return <BundleSlipDesk code={code} onReceived={onBundleReceived} onClose={() => onCode(null)} />
  if (code !== null)
    return <DraftDesk code={code} onReceived={props.onReceived} onClose={() => onCode(null)} />
  if (bundleId !== null)
    return (
      <BundleDesk
        key={bundleId}
        bundleId={bundleId}
        onReceived={onBundleReceived}
        onClose={props.onFresh}
      />
    )
  return (
    <IntakeDesk
      wished={props.wished}
      onReceived={props.onReceived}
      onCode={onCode}
      onBundle={props.onBundle}
    />
  )
}
